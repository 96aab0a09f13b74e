namespace Isthmus.Core.Matching;

/// <summary>Finds the records that are worth a comparison, by what they share. Adding and finding cost the same however many there are.</summary>
public sealed class RecordIndex(MatchSchema schema)
{
    /// <summary>A key that more records share than this tells nothing apart.</summary>
    private const int Crowd = 60;

    private readonly Dictionary<(int Key, string Value), List<MatchRecord>> blocks = [];

    /// <summary>Adds a record.</summary>
    public void Add(MatchRecord record)
    {
        foreach (var block in KeysOf(record))
        {
            if (!blocks.TryGetValue(block, out var members)) blocks[block] = members = [];
            if (members.Count <= Crowd) members.Add(record);
        }
    }

    /// <summary>Those that share a key with it, each once, without itself.</summary>
    public IReadOnlyCollection<MatchRecord> Candidates(MatchRecord record)
    {
        var found = new Dictionary<string, MatchRecord>(StringComparer.Ordinal);
        foreach (var block in KeysOf(record))
        {
            if (!blocks.TryGetValue(block, out var members) || members.Count > Crowd) continue;
            foreach (var member in members)
                if (member.Id != record.Id) found.TryAdd(member.Id, member);
        }
        return found.Values;
    }

    private IEnumerable<(int Key, string Value)> KeysOf(MatchRecord record)
    {
        for (var i = 0; i < schema.Blocking.Count; i++)
            if (schema.Blocking[i].Of(record, schema) is { } value) yield return (i, value);
    }
}
