using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Practices.Benchmarks;
using Practices.Search.Index;
using Practices.Search.Searching;

var json = args.Contains("--json");
var documents = Array.IndexOf(args, "--docs") is var at and >= 0 && at + 1 < args.Length && int.TryParse(args[at + 1], CultureInfo.InvariantCulture, out var count) && count > 0
    ? count
    : 10_000;
var corpus = new SeededCorpus(20261121);
var folder = Directory.CreateTempSubdirectory("practices-benchmark-").FullName;
try
{
    // What making the documents takes is not the engine's, so it is done before.
    Say($"making {documents} documents");
    var made = Enumerable.Range(0, documents).Select(number => corpus.Generate(number).ToDocument()).ToList();

    Say("indexing");
    IndexWriter.Write(folder, SeededCorpus.Schema, made.Take(1000));
    var start = Stopwatch.GetTimestamp();
    IndexWriter.Write(folder, SeededCorpus.Schema, made);
    var indexing = Stopwatch.GetElapsedTime(start);
    made.Clear();
    long Bytes(string pattern) => Directory.EnumerateFiles(folder, pattern).Sum(path => new FileInfo(path).Length);
    GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    // Once for the compiler, once for the clock.
    using (var first = new Searcher(IndexSnapshot.Open(folder))) first.Search(new() { Text = Vocabulary.Word(100) });
    start = Stopwatch.GetTimestamp();
    using var searcher = new Searcher(IndexSnapshot.Open(folder));
    searcher.Search(new() { Text = Vocabulary.Word(100) });
    var open = Stopwatch.GetElapsedTime(start);

    var classes = BenchmarkQuery.Classes(corpus, documents);
    var queries = new Dictionary<string, QueryTimes>();
    foreach (var (name, queriesOfClass) in classes)
    {
        Say(name);
        queries[name] = QueryTimes.Measure(searcher, queriesOfClass);
    }

    GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    using var process = Process.GetCurrentProcess();
    var resident = process.WorkingSet64;

    Say("checking answers");
    var isChecked = AnswerCheck.Run(corpus, documents, searcher, classes);

    var report = new
    {
        documents,
        queries,
        indexing = new
        {
            documentsPerSecond = Math.Round(documents / indexing.TotalSeconds),
            bytes = Bytes("segment-*"),
            bytesWithoutTexts = Bytes("segment-*") - Bytes("*.texts"),
            peakMb = process.PeakWorkingSet64 >> 20,
        },
        open = new { firstAnswerMs = Math.Round(open.TotalMilliseconds, 2) },
        serving = new { residentMb = resident >> 20 },
        suggest = SuggestTimes.Measure(corpus, documents),
        answersChecked = isChecked,
    };
    if (json)
    {
        Console.WriteLine(JsonSerializer.Serialize(report, JsonReport.Options));
        return;
    }

    Console.WriteLine($"{documents} documents: {report.indexing.documentsPerSecond:N0} indexed a second, {report.indexing.bytes >> 20} MB of which texts {Bytes("*.texts") >> 20} MB");
    Console.WriteLine($"opened and answered in {report.open.firstAnswerMs} ms; {report.serving.residentMb} MB resident; {isChecked} answers checked");
    Console.WriteLine();
    Console.WriteLine("| class | hits | CPU p50 ms | p95 | p99 | wall p50 ms | p95 | p99 | bytes a query |");
    Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
    foreach (var (name, times) in queries)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {times.Hits:N0} | {times.CpuP50Ms:F3} | {times.CpuP95Ms:F3} | {times.CpuP99Ms:F3} | {times.P50Ms:F3} | {times.P95Ms:F3} | {times.P99Ms:F3} | {times.AllocatedBytes:N0} |"));
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

void Say(string doing)
{
    if (!Console.IsErrorRedirected) Console.Error.WriteLine(doing);
}
