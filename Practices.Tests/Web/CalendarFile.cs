using System.Text;
using Xunit;

namespace Practices.Tests.Web;

/// <summary>Reads an iCalendar file by the letter of RFC 5545, knowing nothing of how ours is written; what breaks a rule fails the test.</summary>
internal sealed record CalendarFile(IReadOnlyList<CalendarFile.Component> Components, IReadOnlyList<CalendarFile.Property> Properties)
{
    /// <summary>The events.</summary>
    public IReadOnlyList<Component> Events => [.. Components.Where(component => component.Name == "VEVENT")];

    /// <summary>Reads a file's bytes.</summary>
    public static CalendarFile Read(byte[] bytes)
    {
        var physical = Split(bytes);
        Assert.All(physical, line => Assert.True(line.Length <= 75, $"{line.Length} bytes: {Encoding.UTF8.GetString(line)}"));
        var lines = new List<List<byte>>();
        foreach (var line in physical)
        {
            // Every line by itself is whole characters.
            _ = Strict.GetString(line);
            if (line[0] == ' ') lines[^1].AddRange(line[1..]);
            else lines.Add([.. line]);
        }

        var properties = lines.Select(line => Property.Read(Strict.GetString([.. line]))).ToList();
        Assert.Equal(new Property("BEGIN", [], "VCALENDAR"), properties[0], Property.Same);
        Assert.Equal(new Property("END", [], "VCALENDAR"), properties[^1], Property.Same);
        var own = new List<Property>();
        var components = new List<Component>();
        for (var at = 1; at < properties.Count - 1; at++)
        {
            if (properties[at].Name != "BEGIN")
            {
                own.Add(properties[at]);
                continue;
            }

            var end = properties.FindIndex(at, property => property.Name == "END" && property.Value == properties[at].Value);
            Assert.True(end > at, $"{properties[at].Value} has no end");
            components.Add(new(properties[at].Value, properties[(at + 1)..end]));
            at = end;
        }

        Assert.Single(own, property => property is { Name: "VERSION", Value: "2.0" });
        Assert.Single(own, property => property.Name == "PRODID");
        Assert.NotEmpty(components);
        foreach (var item in components.Where(component => component.Name == "VEVENT"))
        {
            foreach (var name in (string[])["UID", "DTSTAMP", "DTSTART", "SUMMARY"]) Assert.Single(item.Properties, property => property.Name == name);
            foreach (var name in (string[])["DTEND", "URL", "DESCRIPTION", "LOCATION"]) Assert.InRange(item.Properties.Count(property => property.Name == name), 0, 1);
            Assert.Matches("^[0-9]{8}T[0-9]{6}Z$", item["DTSTAMP"]);
            foreach (var date in item.Properties.Where(property => property.Name is "DTSTART" or "DTEND"))
            {
                Assert.Equal(["VALUE=DATE"], date.Parameters);
                Assert.Matches("^[0-9]{8}$", date.Value);
            }
        }

        return new(components, own);
    }

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Lines end in CR LF; neither stands anywhere else.
    private static List<byte[]> Split(byte[] bytes)
    {
        var lines = new List<byte[]>();
        var start = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] is not ((byte)'\r' or (byte)'\n')) continue;
            Assert.True(bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n', $"a lone line break at byte {at}");
            lines.Add(bytes[start..at]);
            Assert.NotEmpty(lines[^1]);
            start = ++at + 1;
        }

        Assert.Equal(bytes.Length, start);
        return lines;
    }

    /// <summary>A component with its properties, those of components inside it among them.</summary>
    internal sealed record Component(string Name, IReadOnlyList<Property> Properties)
    {
        /// <summary>The value of a property, its escapes undone.</summary>
        public string this[string name] => Properties.Single(property => property.Name == name).Text;
    }

    /// <summary>A content line.</summary>
    internal sealed record Property(string Name, IReadOnlyList<string> Parameters, string Value)
    {
        public static readonly IEqualityComparer<Property> Same = EqualityComparer<Property>.Create((a, b) => a?.Name == b?.Name && a?.Value == b?.Value);

        /// <summary>The value with its escapes undone; an escape that RFC 5545 does not know fails.</summary>
        public string Text
        {
            get
            {
                var text = new StringBuilder();
                for (var at = 0; at < Value.Length; at++)
                {
                    if (Value[at] != '\\')
                    {
                        Assert.True(Name == "URL" || Value[at] is not (',' or ';'), $"a bare {Value[at]} in {Name}: {Value}");
                        text.Append(Value[at]);
                        continue;
                    }

                    Assert.True(++at < Value.Length, $"an escape of nothing in {Name}");
                    text.Append(Value[at] switch
                    {
                        '\\' or ';' or ',' => Value[at],
                        'n' or 'N' => '\n',
                        var other => throw new FormatException($"\\{other} is no escape"),
                    });
                }

                return text.ToString();
            }
        }

        public static Property Read(string line)
        {
            Assert.DoesNotContain(line, char.IsControl);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            Assert.True(colon > 0, $"no name: {line}");
            var name = line[..colon].Split(';');
            Assert.Matches("^[A-Z0-9-]+$", name[0]);
            return new(name[0], name[1..], line[(colon + 1)..]);
        }
    }
}
