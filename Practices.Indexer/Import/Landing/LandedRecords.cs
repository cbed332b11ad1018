using Practices.Indexer.Ingest;
using Practices.Indexer.Yaml;

namespace Practices.Indexer.Import.Landing;

/// <summary>Which records there are, and which of them hold a submission to an award.</summary>
internal sealed class LandedRecords
{
    private readonly Dictionary<string, ContentFile> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<SubmissionKey, List<ContentFile>> _bySubmission = [];

    private LandedRecords()
    {
    }

    /// <summary>Looks at every record's file.</summary>
    public static LandedRecords Read(string root, string award)
    {
        var records = new LandedRecords();
        var files = RecordFiles.All(root);
        foreach (var file in files)
        {
            records._byId.TryAdd(file.Id, file);
            records._taken.Add(file.Id);
        }

        foreach (var file in RecordFiles.Naming(files, award).Where(file => file.Text is not null))
        {
            foreach (var entry in RecognitionEntry.Of(file.Text!).Where(entry => RecognitionEntry.Part(entry, "award") == award && RecognitionEntry.Part(entry, "external-id").Length > 0))
            {
                var key = new SubmissionKey(award, RecognitionEntry.Part(entry, "cycle"), RecognitionEntry.Part(entry, "external-id"));
                if (!records._bySubmission.TryGetValue(key, out var holders)) records._bySubmission[key] = holders = [];
                if (!holders.Contains(file.File)) holders.Add(file.File);
            }

            if (file.Text!.Value("formerly") is YamlSequence former) records._taken.UnionWith(former.Items.OfType<YamlScalar>().Select(id => id.Text));
        }

        return records;
    }

    /// <summary>The files that hold a submission; more than one is a mistake.</summary>
    public IReadOnlyList<ContentFile> Of(SubmissionKey key) => _bySubmission.GetValueOrDefault(key) ?? [];

    /// <summary>The file of an id; <see langword="null"/> when there is none.</summary>
    public ContentFile? Of(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Takes an id for a new record; <see langword="false"/> when it is taken.</summary>
    public bool Take(string id) => _taken.Add(id);

    /// <summary>Gives an id back that was taken for a record that is not to be.</summary>
    public void GiveBack(string id) => _taken.Remove(id);
}
