using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Runs;

/// <summary>A flow's counts as a row: a property per state, and how many runs were received.</summary>
internal sealed class CountRow(TableEntity row)
{
    public const string Row = "!counts";
    private const string Received = "Received";

    /// <summary>The row as it is stored, or an empty one.</summary>
    public static async Task<CountRow> GetAsync(IsthmusTables tables, string flow, CancellationToken cancellation)
    {
        var found = await tables.RunIndex.GetEntityIfExistsAsync<TableEntity>(flow, Row, cancellationToken: cancellation);
        return new CountRow(found.HasValue ? found.Value! : new TableEntity(flow, Row));
    }

    public CountRow Copy() => new(new TableEntity(row));

    /// <summary>The row after it was written.</summary>
    public CountRow As(ETag version)
    {
        row.ETag = version;
        return this;
    }

    public void Move(RunState? from, RunState to)
    {
        if (from is { } left) row[left.ToString()] = Of(left.ToString()) - 1;
        else row[Received] = Of(Received) + 1;
        row[to.ToString()] = Of(to.ToString()) + 1;
    }

    public TableTransactionAction Action() => row.ETag == default
        ? new(TableTransactionActionType.Add, row)
        : new(TableTransactionActionType.UpdateReplace, row, row.ETag);

    public RunCounts Read() => new(
        Of(Received), Enum.GetValues<RunState>().Where(s => Of(s.ToString()) != 0).ToDictionary(s => s, s => Of(s.ToString())));

    private int Of(string name) => row.GetInt32(name) ?? 0;
}
