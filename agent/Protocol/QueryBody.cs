using System.Globalization;
using System.Text;
using System.Text.Json;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Protocol;

/// <summary>Reads what a query asks for.</summary>
internal static class QueryBody
{
    public static RowQuery Read(ObjectDictionary described, string name, JsonElement body) => new(name, Limit(body))
    {
        Columns = body.Optional("columns", JsonValueKind.Array) is { } wanted
            ? [.. wanted.EnumerateArray().Select(column => Known(described, Name(column)))] : null,
        EqualTo = body.Optional("equals", JsonValueKind.Object) is { } equals
            ? [.. equals.EnumerateObject().Select(each => new KeyValuePair<string, object>(
                Known(described, each.Name), each.Value.Value()))] : [],
        Since = Since(described, body),
        After = After(body),
    };

    private static string Name(JsonElement column) => column.ValueKind == JsonValueKind.String
        ? column.GetString()! : throw AgentException.BadRequest("'columns' holds something that is no name.");

    private static string Known(ObjectDictionary described, string name) => described.Find(name) is { } column
        ? column.Name : throw AgentException.BadRequest($"{name} is no column of {described.Object}.");

    private static int Limit(JsonElement body)
    {
        if (body.Optional("limit", JsonValueKind.Number) is not { } given) return 200;
        return given.TryGetInt32(out var limit) && limit is >= 1 and <= 1000
            ? limit
            : throw AgentException.BadRequest("'limit' goes from 1 to 1000.");
    }

    private static (string, string)? Since(ObjectDictionary described, JsonElement body)
    {
        if (body.Optional("updatedSince", JsonValueKind.Object) is not { } moment) return null;
        return described.Find("DateUpdated") is null
            ? throw AgentException.BadRequest($"{described.Object} has no stamps to ask 'updatedSince' of.")
            : (moment.Text("date"), Hours(moment.Text("time")));
    }

    // Stamps have five decimals: a moment between two of them begins at the later one.
    private static string Hours(string text)
    {
        if (text.Length == 0) return "0.00000";
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours)
            ? (Math.Ceiling(hours * 100_000) / 100_000).ToString("0.00000", CultureInfo.InvariantCulture)
            : throw AgentException.BadRequest("'updatedSince.time' is not decimal hours.");
    }

    private static string? After(JsonElement body)
    {
        if (body.Optional("after", JsonValueKind.String)?.GetString() is not { } opaque) return null;
        try { return Encoding.UTF8.GetString(Convert.FromBase64String(opaque)); }
        catch (FormatException) { throw AgentException.BadRequest("'after' is not from an earlier answer."); }
    }
}
