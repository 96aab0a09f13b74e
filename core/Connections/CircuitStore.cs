using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Connections;

/// <summary>The circuits of all connections: a row each, changed by one writer at a time.</summary>
internal sealed class CircuitStore(IsthmusTables tables)
{
    /// <summary>The circuit as it is stored; one that was never paused flows.</summary>
    public async Task<Circuit> FindAsync(string connection, CancellationToken cancellation) =>
        await RowAsync(connection, cancellation) is { } row ? CircuitRows.Read(row) : new Circuit(connection);

    /// <summary>Changes the circuit, unless the change says null; answers with it as it was and as it is now.</summary>
    public async Task<(Circuit Before, Circuit Now)> ChangeAsync(
        string connection, Func<Circuit, Circuit?> change, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await RowAsync(connection, cancellation);
            var before = row is null ? new Circuit(connection) : CircuitRows.Read(row);
            if (change(before) is not { } now) return (before, before);
            try
            {
                if (row is null) await tables.Connections.AddEntityAsync(CircuitRows.Write(now), cancellation);
                else await tables.Connections.UpdateEntityAsync(CircuitRows.Write(now), row.ETag, TableUpdateMode.Replace, cancellation);
                return (before, now);
            }
            catch (RequestFailedException taken) when (taken.Status is 409 or 412)
            {
                // Another process changed it meanwhile: look again.
            }
        }
    }

    private async Task<TableEntity?> RowAsync(string connection, CancellationToken cancellation)
    {
        var found = await tables.Connections.GetEntityIfExistsAsync<TableEntity>(connection, CircuitRows.Row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }
}
