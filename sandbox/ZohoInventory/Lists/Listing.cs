using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Lists;

/// <summary>One module's list: what it can be filtered and sorted by. Parameters that are not named are ignored.</summary>
internal sealed class Listing<T> where T : class, IStamped
{
    private readonly Dictionary<string, Func<string, Func<T, bool>>> filters = [];
    private readonly Dictionary<string, Column<T>> columns = [];

    public required string Envelope { get; init; }

    public required string Report { get; init; }

    public required Func<Company, Table<T>> Table { get; init; }

    public required Func<Company, T, JsonObject> Row { get; init; }

    /// <summary>Values of filter_by, each with its test; null = the module takes none.</summary>
    public Func<string, Func<T, bool>?>? FilterBy { get; init; }

    public Func<T, string, bool>? Search { get; init; }

    /// <summary>The rows of the record that the address names; null = all of the table.</summary>
    public Func<ApiCall, IReadOnlyList<T>?>? Within { get; init; }

    /// <summary>Filters on related records.</summary>
    public Func<ApiCall, T, bool>? More { get; init; }

    public bool HasLastModified { get; init; }

    public required Column<T>[] Columns
    {
        init
        {
            foreach (var column in value)
            {
                columns[column.Name] = column;
                foreach (var (parameter, test) in column.Filters) filters[parameter] = test;
            }
        }
    }

    /// <summary>Columns that can be sorted by, but not filtered.</summary>
    public Column<T>[] Sortable { init => Array.ForEach(value, column => columns[column.Name] = column); }

    public Answer List(ApiCall call)
    {
        var page = Page.Of(call);
        var (rows, tests) = Select(call);
        var visible = call.Now.AddSeconds(-call.Company.Settings.SearchLagSeconds);
        var found = page.Sort(rows.Where(row => row.Created <= visible && tests.TrueForAll(test => test(row))), columns)
            .Skip((page.Number - 1) * page.Size).Take(page.Size + 1).ToList();
        var shown = found.Take(page.Size).Select(row => (JsonNode)Row(call.Company, row));
        return Answer.Read(Envelope, new JsonArray([.. shown])) with
        {
            PageContext = page.ToJson(found.Count > page.Size, Report, call.Parameter("filter_by") ?? "Status.All"),
        };
    }

    private (IEnumerable<T> Rows, List<Func<T, bool>> Tests) Select(ApiCall call)
    {
        var table = Table(call.Company);
        IEnumerable<T>? narrowed = Within?.Invoke(call);
        var tests = new List<Func<T, bool>>();
        foreach (var (name, given) in call.Parameters)
        {
            var text = given.ToString();
            if (text.Length == 0 || !filters.TryGetValue(name, out var filter)) continue;
            if (narrowed is null && table.IndexOf(name) is { } index) narrowed = index.Find(text);
            tests.Add(filter(text));
        }
        if (call.Parameter("filter_by") is { } by && FilterBy is not null)
            tests.Add(by.EndsWith(".All") ? _ => true : FilterBy(by) ?? throw Refusal.Parameter("filter_by"));
        if (call.Parameter("search_text") is { } search && Search is not null) tests.Add(row => Search(row, search));
        if (More is not null) tests.Add(row => More(call, row));
        if (call.Parameter("last_modified_time") is { } since
            && (HasLastModified || call.Company.Settings.LastModifiedEverywhere))
            tests.Add(Page.ModifiedAfter<T>(since));
        return (narrowed ?? table.Rows, tests);
    }
}
