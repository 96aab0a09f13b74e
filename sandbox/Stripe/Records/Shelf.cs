using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>All records of one kind, in order of creation, found by id and by the fields that lists filter on.</summary>
/// <param name="noun">The word of "No such charge: ...".</param>
/// <param name="indexes">Dotted paths of fields that are looked up by value.</param>
internal sealed class Shelf(string noun, params string[] indexes)
{
    private readonly Dictionary<string, Record> byId = [];
    private readonly SortedList all = new();
    private readonly Dictionary<(string Field, string Value), SortedList> byField = [];
    private long next;

    public string Noun => noun;

    public IEnumerable<JsonObject> Oldest => all.Records.Select(record => record.Body);

    public int Count => all.Records.Count;

    public JsonObject Add(JsonObject body)
    {
        var record = new Record(next++, body);
        byId.Add(record.Id, record);
        all.Records.Add(record);
        foreach (var field in indexes)
            if (Value(body, field) is { } value) List(field, value).Records.Add(record);
        return body;
    }

    public JsonObject? Find(string id) => byId.GetValueOrDefault(id)?.Body;

    public bool Remove(string id)
    {
        if (!byId.Remove(id, out var record)) return false;
        all.Records.Remove(record);
        foreach (var list in byField.Values) list.Records.Remove(record);
        return true;
    }

    /// <summary>Sets an indexed field of a record and keeps the index right.</summary>
    public void Reindex(JsonObject body, string field, string? value)
    {
        var record = byId[body["id"]!.GetValue<string>()];
        if (Value(body, field) is { } old) List(field, old).Records.Remove(record);
        body[field] = value;
        if (value is not null) List(field, value).Insert(record);
    }

    /// <summary>Newest first, all of them or those with one value in one indexed field.</summary>
    public RecordRange Newest(string? field = null, string? value = null) =>
        new(field is null ? all.Records : List(field, value!).Records);

    public long? SequenceOf(string id) => byId.GetValueOrDefault(id)?.Sequence;

    public JsonArray Save() => [.. Oldest.Select(body => body.DeepClone())];

    public void Load(JsonNode? saved)
    {
        foreach (var body in saved?.AsArray() ?? []) Add((JsonObject)body!.DeepClone());
    }

    public void Clear()
    {
        byId.Clear();
        all.Records.Clear();
        byField.Clear();
    }

    private SortedList List(string field, string value)
    {
        if (!byField.TryGetValue((field, value), out var list)) byField[(field, value)] = list = new SortedList();
        return list;
    }

    private static string? Value(JsonObject body, string field)
    {
        JsonNode? node = body;
        foreach (var part in field.Split('.')) node = (node as JsonObject)?[part];
        return node?.ToString();
    }

    private sealed class SortedList
    {
        public List<Record> Records { get; } = [];

        public void Insert(Record record)
        {
            var at = Records.BinarySearch(record);
            Records.Insert(at < 0 ? ~at : at, record);
        }
    }
}
