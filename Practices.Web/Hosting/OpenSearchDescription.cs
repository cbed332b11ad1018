using System.Text;
using System.Xml;

namespace Practices.Web.Hosting;

/// <summary><c>/opensearch.xml</c>: how a browser or a search client asks this site (OpenSearch 1.1), with templates of the search, its feed and its suggestions.</summary>
public static class OpenSearchDescription
{
    /// <summary>The media type of a description.</summary>
    public const string Type = "application/opensearchdescription+xml";

    private const string Namespace = "http://a9.com/-/spec/opensearch/1.1/";

    // A reader of the format cuts longer names.
    private const string ShortName = "Practices";
    private const string Description = "What cities did about their problems, what came of it, what did not work, and who says so.";
    private const string Terms = "?q={searchTerms}";
    private const string Page = "&page={startPage?}";

    /// <summary>Maps the address.</summary>
    public static void MapOpenSearch(this IEndpointRouteBuilder routes) => routes
        .MapRead(Routes.OpenSearch, (HttpRequest request, PublicAddress address) => Results.Text(Write(path => address.Of(request, path)), $"{Type}; charset=utf-8"))
        .WithMetadata(new Freshness.SnapshotPage());

    private static string Write(Func<string, string> address)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new() { OmitXmlDeclaration = true, Indent = true }))
        {
            xml.WriteStartElement("OpenSearchDescription", Namespace);
            xml.WriteElementString("ShortName", Namespace, ShortName);
            xml.WriteElementString("Description", Namespace, Description);
            Template(xml, "results", "text/html", address(Routes.Search) + Terms + Page);
            Template(xml, "results", "application/atom+xml", address(Routes.Feed) + Terms);
            Template(xml, "suggestions", "application/x-suggestions+json", address(Routes.ApiCompletions) + Terms);
            Template(xml, "self", Type, address(Routes.OpenSearch));
            xml.WriteStartElement("Image", Namespace);
            xml.WriteAttributeString("type", "image/svg+xml");
            xml.WriteString(address("/favicon.svg"));
            xml.WriteEndElement();
            xml.WriteElementString("Language", Namespace, "*");
            xml.WriteElementString("InputEncoding", Namespace, "UTF-8");
            xml.WriteElementString("OutputEncoding", Namespace, "UTF-8");
            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text;
    }

    private static void Template(XmlWriter xml, string relation, string type, string template)
    {
        xml.WriteStartElement("Url", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("template", template);
        xml.WriteEndElement();
    }
}
