using Isthmus.Connectors.Sage300;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.AccountMap;
using Isthmus.Core.Connections;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.AccountMap;

/// <summary>
/// Looks at a row as soon as somebody entered it, so that the flows find the account before they make another one. Where a
/// system does not answer, the look of the night comes to it.
/// </summary>
public sealed class NewAccountRows(IServiceProvider services, AccountMapStore map, Circuits circuits)
{
    /// <summary>True where both systems are set up.</summary>
    public bool IsSetUp =>
        services.GetService<ZohoCrmOptions>() is { IsSetUp: true } && services.GetService<Sage300Client>() is not null;

    /// <summary>The row as it is after the look.</summary>
    public async Task<AccountRow> LookAsync(AccountRow row, CancellationToken cancellation)
    {
        if (!IsSetUp) return row;
        foreach (var connection in new[] { ZohoCrmOptions.Id, Sage300Options.Id })
            if ((await circuits.FindAsync(connection, cancellation)).State != CircuitState.Flowing) return row;
        try { await services.GetRequiredService<AccountRowLook>().LookAsync(row, cancellation); }
        catch (FailureException) { return row; }
        return await map.FindAsync(row.Kind, row.AccountId, row.Code, cancellation) ?? row;
    }
}
