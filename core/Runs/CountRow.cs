using Azure.Data.Tables;

namespace Isthmus.Core.Runs;

/// <summary>A flow's counts as a row: a property per state, and how many runs were received.</summary>
internal sealed class CountRow(TableEntity row)
{
    public const string Row = "!counts";
    private const string Received = "Received";

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
