using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Stripe.Records;

/// <summary>What an operation answers with: one object, or a page of a list.</summary>
internal abstract record Answer
{
    public static implicit operator Answer(JsonObject body) => new OneRecord(body);
}

/// <summary>One object, as stored; it is copied only when something in it is expanded.</summary>
internal sealed record OneRecord(JsonObject Body) : Answer;

/// <summary>A page of what a search found.</summary>
internal sealed record SearchPage(string Url, IReadOnlyList<JsonObject> Data, string? NextPage) : Answer;

/// <summary>A page, newest first.</summary>
internal sealed record RecordPage(string Url, IReadOnlyList<JsonObject> Data, bool HasMore) : Answer
{
    /// <summary>Cuts the page that limit, starting_after and ending_before ask for, of the records that fit.</summary>
    public static RecordPage Cut(
        string url, Shelf shelf, RecordRange range, JsonObject parameters, Func<JsonObject, bool>? fits = null)
    {
        var limit = (int)(parameters["limit"]?.Long() ?? 10);
        var (after, before) = (Text(parameters, "starting_after"), Text(parameters, "ending_before"));
        if (after is not null && before is not null)
            throw Refuse.Bad("You cannot parameterize both ending_before and starting_after.", param: "ending_before");
        var data = before is null
            ? Older(range, after is null ? range.Records.Count : range.IndexOf(Sequence(shelf, after, "starting_after")), fits, limit + 1)
            : Newer(range, range.IndexOf(Sequence(shelf, before, "ending_before") + 1), fits, limit + 1);
        var more = data.Count > limit;
        if (more) data.RemoveAt(limit);
        if (before is not null) data.Reverse();
        return new RecordPage(url, data, more);
    }

    private static List<JsonObject> Older(RecordRange range, int from, Func<JsonObject, bool>? fits, int wanted)
    {
        var data = new List<JsonObject>();
        for (var i = from - 1; i >= 0 && data.Count < wanted; i--)
            if (fits?.Invoke(range.Records[i].Body) != false) data.Add(range.Records[i].Body);
        return data;
    }

    private static List<JsonObject> Newer(RecordRange range, int from, Func<JsonObject, bool>? fits, int wanted)
    {
        var data = new List<JsonObject>();
        for (var i = from; i < range.Records.Count && data.Count < wanted; i++)
            if (fits?.Invoke(range.Records[i].Body) != false) data.Add(range.Records[i].Body);
        return data;
    }

    private static long Sequence(Shelf shelf, string id, string param) =>
        shelf.SequenceOf(id) ?? throw Refuse.NoSuch(shelf.Noun, id, param);

    private static string? Text(JsonObject parameters, string name) => parameters[name]?.GetValue<string>();
}
