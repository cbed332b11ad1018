namespace Practices.Search.Analysis;

/// <summary>
/// Writes plurals as the singular where a stemmer would part the two: Snowball makes "ciud" of Spanish "ciudad", whose end it takes for a verb's, and
/// "ciudad" of "ciudades". Stands before the stemmer; knows the endings alone, no words.
/// </summary>
public sealed class Plurals : ITokenFilter
{
    // A shorter word with such an ending is as likely to be another one: Spanish "mares" but "eres", Portuguese "reais" but "mais".
    private const int LeastLength = 5;

    private readonly (string Plural, string Singular)[] _endings;

    private Plurals(params (string Plural, string Singular)[] endings) => _endings = endings;

    /// <summary>Spanish nouns that end like a verb: <c>ciudad</c>, <c>libertad</c>, <c>hogar</c>, <c>mujer</c>.</summary>
    public static Plurals Spanish { get; } = new(("dades", "dad"), ("tades", "tad"), ("ares", "ar"), ("eres", "er"));

    /// <summary>Portuguese nouns that change their end: <c>região</c>, <c>local</c>, <c>papel</c>, <c>farol</c>; some with their accents left out.</summary>
    public static Plurals Portuguese { get; } = new(("ões", "ão"), ("oes", "ão"), ("ais", "al"), ("éis", "el"), ("óis", "ol"));

    /// <inheritdoc/>
    public void Apply(TermBuffer term)
    {
        if (term.Length < LeastLength || term.Letters[^1] != 's') return;
        foreach (var (plural, singular) in _endings)
        {
            if (!((ReadOnlySpan<char>)term.Letters).EndsWith(plural)) continue;
            term.Truncate(term.Length - plural.Length);
            foreach (var letter in singular) term.Append(letter);
            return;
        }
    }
}
