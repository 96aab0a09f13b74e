using System.Text.Json;
using Isthmus.Core.Matching;

namespace Isthmus.Functions.MasterData.Duplicates;

/// <summary>The records of a module that have no key of ours, as they were read last.</summary>
internal sealed class KnownCandidates(MatchFields fields)
{
    private const int MostShown = 5;

    /// <summary>Below so many records, how often a value occurs says little.</summary>
    private const int Telling = 100;

    private readonly Dictionary<string, MatchRecord> records = new(StringComparer.Ordinal);
    private readonly HashSet<string> runs = new(StringComparer.Ordinal);
    private RecordIndex? index;
    private RecordMatcher? matcher;

    /// <summary>Until when what the CRM holds is known; null before it was read.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Whether it was read for a run, and no earlier than a moment.</summary>
    public bool IsKnown(string runId, DateTimeOffset notBefore) => Until >= notBefore && runs.Contains(runId);

    /// <summary>It was read for a run; runs that read by turns do not make each other read again before that moment.</summary>
    public void Read(string runId, DateTimeOffset at, DateTimeOffset notBefore)
    {
        if (Until is null || Until < notBefore) runs.Clear();
        runs.Add(runId);
        Until = at;
    }

    public void Put(string id, JsonElement record)
    {
        var read = fields.Read(id, record);
        if (!records.TryAdd(id, read))
        {
            records[id] = read;
            index = null;
        }
        else index?.Add(read);
    }

    public void Remove(string id) => records.Remove(id);

    /// <summary>Those that are like a record, the likeliest first, from a score on.</summary>
    public IReadOnlyList<Likeness> Like(JsonElement record, double from)
    {
        if (records.Count == 0) return [];
        if (index is null) Build();
        var wanted = fields.Read("", record);
        return
        [
            .. index!.Candidates(wanted).Where(candidate => records.ContainsKey(candidate.Id))
                .Select(candidate => new Likeness(candidate.Id, Math.Round(matcher!.Score(wanted, candidate), 1)))
                .Where(likeness => likeness.Bits >= from).OrderByDescending(likeness => likeness.Bits).Take(MostShown),
        ];
    }

    private void Build()
    {
        index = new RecordIndex(fields.Schema);
        foreach (var record in records.Values) index.Add(record);
        matcher = new RecordMatcher(fields.Schema, records.Count < Telling ? null : new ValueFrequencies(fields.Schema, records.Values));
    }
}
