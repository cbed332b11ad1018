using System.Globalization;

namespace Practices.Benchmarks;

/// <summary>What the program is asked to do.</summary>
internal sealed record Options
{
    public const string Usage = """
        usage: Practices.Benchmarks [--docs N | --corpus FILE.jsonl --queries FILE.json] [--per-class N] [--answers FILE] [--compare LUCENE_OUTPUT.txt] [--json]
               Practices.Benchmarks --web PUBLISHED_FOLDER --content FOLDER [--json]
               Practices.Benchmarks --content-files N [--json]
               Practices.Benchmarks --submissions N [--table FILE.csv] [--json]
        """;

    /// <summary>How many seeded documents.</summary>
    public int Documents { get; init; } = 10_000;

    /// <summary>A file of documents to take in place of the seeded ones; empty for none.</summary>
    public string Corpus { get; init; } = "";

    /// <summary>A file of queries for <see cref="Corpus"/>.</summary>
    public string Queries { get; init; } = "";

    /// <summary>Where the answers are written to; empty for nowhere.</summary>
    public string Answers { get; init; } = "";

    /// <summary>What Lucene's benchmark printed; empty for no comparison.</summary>
    public string Compare { get; init; } = "";

    /// <summary>How many queries of each class are run.</summary>
    public int PerClass { get; init; } = 300;

    /// <summary>Whether results are printed for programs.</summary>
    public bool Json { get; init; }

    /// <summary>The folder of a published site to measure; empty for the engine.</summary>
    public string Web { get; init; } = "";

    /// <summary>The content of that site.</summary>
    public string Content { get; init; } = "";

    /// <summary>How many content files to index and change; 0 for the engine alone.</summary>
    public int ContentFiles { get; init; }

    /// <summary>How many submissions to import; 0 for the engine alone.</summary>
    public int Submissions { get; init; }

    /// <summary>Where the table of <see cref="Submissions"/> is kept; empty for nowhere.</summary>
    public string Table { get; init; } = "";

    /// <summary>An index that this process, as a child of the measuring one, opens and asks one question; empty otherwise.</summary>
    public string FirstAnswer { get; init; } = "";

    /// <summary>The question.</summary>
    public string Text { get; init; } = "";

    /// <summary>An index that this process, as a child of the measuring one, serves for a while; empty otherwise.</summary>
    public string Serve { get; init; } = "";

    /// <summary>A folder of pages that this process, as a child of the measuring one, serves; empty otherwise.</summary>
    public string StaticPage { get; init; } = "";

    /// <summary>Where it serves them.</summary>
    public string Address { get; init; } = "";

    /// <summary>Reads the arguments; <see langword="null"/> with what is wrong with them otherwise.</summary>
    public static Options? Parse(string[] args, out string problem)
    {
        problem = "";
        var options = new Options();
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i];
            if (name == "--json")
            {
                options = options with { Json = true };
                continue;
            }

            if (i + 1 == args.Length || args[i + 1].Length == 0)
            {
                problem = $"\"{name}\" is no option, or nothing stands after it.";
                return null;
            }

            if (options.With(name, args[++i]) is { } next)
            {
                options = next;
                continue;
            }

            problem = $"\"{name} {args[i]}\" means nothing.";
            return null;
        }

        if (options.Corpus.Length > 0 != options.Queries.Length > 0) problem = "--corpus and --queries go together.";
        if (options.Web.Length > 0 != options.Content.Length > 0) problem = "--web and --content go together.";
        if (options.Table.Length > 0 && options.Submissions == 0) problem = "--table goes with --submissions.";
        return problem.Length == 0 ? options : null;
    }

    /// <summary>The arguments that give a child process the same queries.</summary>
    public IEnumerable<string> ForChild() =>
    [
        "--per-class", PerClass.ToString(CultureInfo.InvariantCulture),
        .. Corpus.Length > 0 ? (string[])["--corpus", Corpus, "--queries", Queries] : ["--docs", Documents.ToString(CultureInfo.InvariantCulture)],
    ];

    private Options? With(string name, string value) => name switch
    {
        "--docs" => Number(value) is { } count ? this with { Documents = count } : null,
        "--per-class" => Number(value) is { } count ? this with { PerClass = count } : null,
        "--corpus" => this with { Corpus = value },
        "--queries" => this with { Queries = value },
        "--answers" => this with { Answers = value },
        "--compare" => this with { Compare = value },
        "--web" => this with { Web = value },
        "--content" => this with { Content = value },
        "--content-files" => Number(value) is { } files ? this with { ContentFiles = files } : null,
        "--submissions" => Number(value) is { } count ? this with { Submissions = count } : null,
        "--table" => this with { Table = value },
        "--first-answer" => this with { FirstAnswer = value },
        "--text" => this with { Text = value },
        "--serve" => this with { Serve = value },
        "--static-page" => this with { StaticPage = value },
        "--address" => this with { Address = value },
        _ => null,
    };

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 10_000_000 ? number : null;
}
