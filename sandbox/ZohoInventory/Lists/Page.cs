using System.Globalization;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Api;

namespace Isthmus.Sandbox.ZohoInventory.Lists;

/// <summary>page, per_page (at most 200), sort_column and sort_order (A or D) of a list call.</summary>
internal sealed record Page(int Number, int Size, string SortColumn, bool Descending)
{
    private const int Largest = 200;

    public static Page Of(ApiCall call)
    {
        var order = call.Parameter("sort_order") ?? "D";
        if (order is not ("A" or "D")) throw Refusal.Parameter("sort_order");
        return new(Whole(call, "page", 1), Math.Min(Whole(call, "per_page", Largest), Largest),
            call.Parameter("sort_column") ?? "created_time", order == "D");
    }

    public IEnumerable<T> Sort<T>(IEnumerable<T> rows, Dictionary<string, Column<T>> columns) where T : class, IStamped =>
        SortColumn switch
        {
            "created_time" => Descending ? rows.Reverse() : rows,
            "last_modified_time" => Descending
                ? rows.Reverse().OrderByDescending(row => row.Modified) : rows.OrderBy(row => row.Modified),
            _ => columns.TryGetValue(SortColumn, out var column)
                ? column.Sort(rows, Descending) : throw Refusal.Parameter("sort_column"),
        };

    /// <summary>Stamps have whole seconds, so a change in the same second as <paramref name="since"/> is not "after"
    /// it.</summary>
    public static Func<T, bool> ModifiedAfter<T>(string since) where T : IStamped
    {
        var text = since.Length > 5 && since[^5] is '+' or '-' ? since.Insert(since.Length - 2, ":") : since.Replace(' ', '+');
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            throw Refusal.Parameter("last_modified_time");
        return row => row.Modified.ToUnixTimeSeconds() > time.ToUnixTimeSeconds();
    }

    public JsonObject ToJson(bool hasMore, string report, string filter) => new()
    {
        ["page"] = Number,
        ["per_page"] = Size,
        ["has_more_page"] = hasMore,
        ["report_name"] = report,
        ["applied_filter"] = filter,
        ["sort_column"] = SortColumn,
        ["sort_order"] = Descending ? "D" : "A",
    };

    private static int Whole(ApiCall call, string name, int otherwise) =>
        call.Parameter(name) is not { } text ? otherwise
        : int.TryParse(text, out var value) && value > 0 ? value : throw Refusal.Parameter(name);
}

/// <summary>A record with the two stamps that every module shows.</summary>
internal interface IStamped
{
    DateTimeOffset Created { get; }

    DateTimeOffset Modified { get; }
}
