using System.Collections.Frozen;
using Practices.Search.Facets;
using Practices.Search.Postings;

namespace Practices.Search.Index;

/// <summary>What a schema and its documents must keep to. What breaks a rule is a mistake of the program that calls.</summary>
internal sealed class SchemaRules(IndexSchema schema)
{
    private readonly FrozenSet<string> _texts = schema.Texts.Select(field => field.Name).ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> _facets = schema.Facets.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Refuses a schema without text, with names that are empty or come twice, or with weights that are no weights.</summary>
    public static void Check(IndexSchema schema)
    {
        if (schema.Texts.IsDefaultOrEmpty || schema.Texts.Length > Occurrence.MaxFields)
            throw new ArgumentException($"A schema has from 1 to {Occurrence.MaxFields} text fields.", nameof(schema));
        if (schema.Facets.IsDefault) throw new ArgumentException("A schema has a list of facets, be it empty.", nameof(schema));
        CheckNames(schema.Texts.Select(field => field.Name));
        CheckNames(schema.Facets);
        foreach (var field in schema.Texts)
        {
            if (!double.IsFinite(field.Weight) || field.Weight <= 0)
                throw new ArgumentException($"The weight of \"{field.Name}\" is {field.Weight}; weights are above 0.", nameof(schema));
        }
    }

    /// <summary>A document that keeps to the schema.</summary>
    /// <exception cref="ArgumentException">It has no id, or a field that the schema lacks; the message names it.</exception>
    public Document Check(Document document)
    {
        if (string.IsNullOrEmpty(document.Id)) throw new ArgumentException("A document has no id.", nameof(document));
        if (document.Texts.IsDefault) document = document with { Texts = [] };
        if (document.Facets.IsDefault) document = document with { Facets = [] };
        if (document.Points.IsDefault) document = document with { Points = [] };
        foreach (var text in document.Texts)
        {
            if (!_texts.Contains(text.Field)) throw new ArgumentException($"Document \"{document.Id}\" has a text field \"{text.Field}\" that the schema lacks.", nameof(document));
        }

        foreach (var facet in document.Facets)
        {
            if (!_facets.Contains(facet.Field)) throw new ArgumentException($"Document \"{document.Id}\" has a facet \"{facet.Field}\" that the schema lacks.", nameof(document));
            if (facet.Path.Text.Length == 0) throw new ArgumentException($"Document \"{document.Id}\" has an empty value of the facet \"{facet.Field}\".", nameof(document));
        }

        foreach (var point in document.Points)
        {
            if (!GeoPoint.IsOnEarth(point.Latitude, point.Longitude)) throw new ArgumentException($"Document \"{document.Id}\" has the point {point}, which is no place on the earth.", nameof(document));
        }

        return document;
    }

    private static void CheckNames(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (string.IsNullOrEmpty(name)) throw new ArgumentException("A field has no name.", nameof(names));
            if (!seen.Add(name)) throw new ArgumentException($"Two fields are called \"{name}\".", nameof(names));
        }
    }
}
