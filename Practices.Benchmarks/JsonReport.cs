using System.Text.Json;

namespace Practices.Benchmarks;

/// <summary>How results are written for other programs.</summary>
internal static class JsonReport
{
    /// <summary>For people, too.</summary>
    public static JsonSerializerOptions Options { get; } = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>On one line, between this program and its children.</summary>
    public static JsonSerializerOptions Line { get; } = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
}
