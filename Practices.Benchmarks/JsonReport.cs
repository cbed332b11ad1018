using System.Text.Json;

namespace Practices.Benchmarks;

/// <summary>How results are written for other programs.</summary>
internal static class JsonReport
{
    public static JsonSerializerOptions Options { get; } = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
}
