namespace Isthmus.Embedded.Tests.Model.Tables;

/// <summary>What a table should hold, and what each deed should come to. A version is a number; the real one is an ETag.</summary>
internal sealed class TableModel
{
    private SortedDictionary<(string Partition, string Row), ModelEntity> entities = new(KeyComparer.Instance);
    private int versions = 1000;

    public int? VersionOf(string partition, string row) => entities.GetValueOrDefault((partition, row))?.Version;

    public string Apply(Change change)
    {
        try { return Versions.Token(Made(change)); }
        catch (Refusal refusal) when (change.Kind == ChangeKind.Delete && refusal.Message.StartsWith("404", StringComparison.Ordinal))
        {
            return Versions.Token(404);
        }
        catch (Refusal refusal) { return refusal.Message; }
    }

    /// <summary>Makes all changes or none.</summary>
    public string ApplyAll(IReadOnlyList<Change> changes)
    {
        var rows = new HashSet<string>();
        for (var at = 0; at < changes.Count; at++)
        {
            if (changes[at].Partition != changes[0].Partition) return $"{at}: 400 CommandsInBatchActOnDifferentPartitions";
            if (!rows.Add(changes[at].Row)) return $"{at}: 400 InvalidDuplicateRow";
        }
        var before = new SortedDictionary<(string, string), ModelEntity>(entities, KeyComparer.Instance);
        var told = new List<int>();
        for (var at = 0; at < changes.Count; at++)
        {
            try { told.Add(Made(changes[at])); }
            catch (Refusal refusal)
            {
                entities = before;
                return $"{at}: {refusal.Message}";
            }
        }
        return string.Join(",", told.Select(v => Versions.Token(v)));
    }

    public string Get(string partition, string row, string[] select) =>
        entities.TryGetValue((partition, row), out var entity) ? Told((partition, row), entity, select) : "404";

    public IEnumerable<string> Query(Condition? condition, string[] select) => entities
        .Where(e => condition is null || condition.Holds(name => Find(e.Key, e.Value, name)))
        .Select(e => Told(e.Key, e.Value, select));

    private static object? Find((string Partition, string Row) key, ModelEntity entity, string name) => name switch
    {
        "PartitionKey" => key.Partition,
        "RowKey" => key.Row,
        _ => entity.Properties.GetValueOrDefault(name),
    };

    private static string Told((string Partition, string Row) key, ModelEntity entity, string[] select)
    {
        var all = new Dictionary<string, object>(entity.Properties) { ["PartitionKey"] = key.Partition, ["RowKey"] = key.Row };
        return Versions.Token(entity.Version) + Samples.Told(all.Where(p => select.Length == 0 || select.Contains(p.Key)));
    }

    private int Made(Change change)
    {
        var key = (change.Partition, change.Row);
        var existing = entities.GetValueOrDefault(key);
        var mustExist = change.Kind is ChangeKind.Merge or ChangeKind.Replace or ChangeKind.Delete;
        if (mustExist && existing is null) throw new Refusal("404 ResourceNotFound");
        if (mustExist && change.Version is { } version && version != existing!.Version)
            throw new Refusal("412 UpdateConditionNotSatisfied");
        if (change.Kind == ChangeKind.Add && existing is not null) throw new Refusal("409 EntityAlreadyExists");
        if (change.Kind == ChangeKind.Delete)
        {
            entities.Remove(key);
            return 0;
        }
        var merged = change.Kind is ChangeKind.Merge or ChangeKind.UpsertMerge ? existing?.Properties : null;
        var properties = new Dictionary<string, object>(merged ?? []);
        foreach (var (name, value) in change.Properties) properties[name] = value;
        entities[key] = new(++versions, properties);
        return versions;
    }

    private sealed class Refusal(string told) : Exception(told);

    private sealed class KeyComparer : IComparer<(string Partition, string Row)>
    {
        public static readonly KeyComparer Instance = new();

        public int Compare((string Partition, string Row) x, (string Partition, string Row) y) =>
            Samples.Order(x.Partition, y.Partition) is not 0 and var order ? order : Samples.Order(x.Row, y.Row);
    }
}

internal sealed record ModelEntity(int Version, Dictionary<string, object> Properties);

internal enum ChangeKind { Add, Merge, Replace, UpsertMerge, UpsertReplace, Delete }

/// <param name="Kind">What to do.</param>
/// <param name="Partition">The first part of the key.</param>
/// <param name="Row">The second part of the key.</param>
/// <param name="Properties">The properties that it brings.</param>
/// <param name="Version">The version that must be there; null for any.</param>
internal sealed record Change(
    ChangeKind Kind, string Partition, string Row, IReadOnlyDictionary<string, object> Properties, int? Version);
