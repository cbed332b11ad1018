using System.IO.Compression;
using System.Security;
using System.Text;

namespace Practices.Tests.Indexer.Import.Mappings;

/// <summary>Makes a DOCX of a text in Markdown: its headings, its paragraphs, and words in bold.</summary>
internal static class WordDocument
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml";

    public static void Write(string file, string text)
    {
        using var archive = new ZipArchive(File.Create(file), ZipArchiveMode.Create);
        Add("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{Type}.document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"{Type}.styles+xml\"/></Types>");
        Add("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        Add("word/_rels/document.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
        Add("word/styles.xml", $"<w:styles xmlns:w=\"{Word}\"><w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/></w:style></w:styles>");
        Add("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{string.Concat(text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Paragraph))}</w:body></w:document>");

        void Add(string name, string xml)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(xml);
        }
    }

    private static string Paragraph(string text)
    {
        var level = text.StartsWith("## ", StringComparison.Ordinal) ? 2 : text.StartsWith("# ", StringComparison.Ordinal) ? 1 : 0;
        if (level > 0) return $"<w:p><w:pPr><w:pStyle w:val=\"Heading{level}\"/></w:pPr>{Run(text[level..].Trim(), isBold: false)}</w:p>";
        var runs = new StringBuilder();
        var parts = text.Replace('\n', ' ').Split("**");
        for (var i = 0; i < parts.Length; i++)
            if (parts[i].Length > 0) runs.Append(Run(parts[i].Replace("*", "", StringComparison.Ordinal), isBold: i % 2 == 1));
        return $"<w:p>{runs}</w:p>";
    }

    private static string Run(string text, bool isBold) => $"<w:r>{(isBold ? "<w:rPr><w:b/></w:rPr>" : "")}<w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r>";
}
