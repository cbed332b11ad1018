using System.Globalization;
using System.Text;
using System.Xml;
using Practices.Indexer.Content;
using Practices.Web.Presentation;

namespace Practices.Web.Exports;

/// <summary>A search as an Atom feed (RFC 4287): the newest records that it finds, for whoever wants to be told of new ones.</summary>
public static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    // The format asks for a day, and a record may know none.
    private static readonly DateOnly FirstDay = DateOnly.FromDateTime(DateTime.UnixEpoch);

    /// <summary>Writes a feed.</summary>
    /// <param name="title">What the search found, in words.</param>
    /// <param name="self">The whole address of the feed, which is its id, too.</param>
    /// <param name="page">That of the search.</param>
    /// <param name="records">The records, the newest first.</param>
    /// <param name="address">Makes a whole address of a path.</param>
    public static string Of(string title, string self, string page, IReadOnlyList<Practice> records, Func<string, string> address)
    {
        using var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new() { Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteElementString("id", self);
            xml.WriteElementString("title", title);
            xml.WriteElementString("updated", Moment(records.Select(Changed).DefaultIfEmpty(FirstDay).Max()));
            Link(xml, "self", self);
            Link(xml, "alternate", page);
            Author(xml, Reference.Contributors);
            foreach (var record in records) Entry(xml, record, address(Routes.Record(record.Kind, record.Id)));
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Entry(XmlWriter xml, Practice record, string address)
    {
        xml.WriteStartElement("entry", Namespace);
        xml.WriteElementString("id", address);
        xml.WriteElementString("title", record.Title);
        xml.WriteElementString("updated", Moment(Changed(record)));
        if (record.Appeared() is { } appeared) xml.WriteElementString("published", Moment(appeared));
        Link(xml, "alternate", address);
        if (record.Rights?.Holder is { } holder) Author(xml, holder);
        xml.WriteStartElement("summary", Namespace);
        xml.WriteAttributeString("xml", "lang", null, record.Language);
        xml.WriteString(Words.Opening(record.Summary, 600));
        xml.WriteEndElement();
        foreach (var goal in record.Goals)
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", goal.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("scheme", "http://metadata.un.org/sdg/");
            xml.WriteAttributeString("label", $"SDG {goal}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    // Days are all that records know; noon in Greenwich is the same day nearly everywhere.
    private static string Moment(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T12:00:00Z";

    private static DateOnly Changed(Practice record) => record.Changed() ?? FirstDay;

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        xml.WriteElementString("name", name);
        xml.WriteEndElement();
    }

    // So that the declaration names the encoding in which the feed is sent.
    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
