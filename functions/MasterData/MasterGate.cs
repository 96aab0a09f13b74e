using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Connections;
using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;
using Isthmus.Functions.ZohoCrm;

namespace Isthmus.Functions.MasterData;

/// <summary>What keeps a flow from running.</summary>
internal sealed class MasterGate(ZohoCrmOptions crmOptions, Circuits circuits, CrmModuleGate modules)
{
    /// <summary>Why the flow is off as things are set up; null where it is on.</summary>
    public string? Off(IMasterFlow flow) => Off(flow, crmOptions);

    /// <summary>Why a flow is off as things are set up; null where it is on.</summary>
    public static string? Off(IMasterFlow flow, ZohoCrmOptions crmOptions) =>
        !crmOptions.IsSetUp ? $"The connection {ZohoCrmOptions.Id} is not set up."
        : !flow.Enabled ? $"It is switched off, or the connection {flow.Connection} is not set up." : null;

    /// <summary>Why the flow cannot run now; null where it can.</summary>
    public async Task<string?> ObstacleAsync(IMasterFlow flow, CancellationToken cancellation)
    {
        if (Off(flow) is { } off) return off;
        if (await PausedAsync(flow, cancellation) is { } paused) return paused;
        try
        {
            return await modules.IsOpenAsync(flow.Module, cancellation) ? null
                : $"The CRM's edition, or the user's profile, offers no module {flow.Module}.";
        }
        catch (FailureException unknown) { return $"The CRM does not say whether it offers {flow.Module}: {unknown.Failure.Message}"; }
    }

    /// <summary>Which of its connections is paused, and why; null where work flows over both.</summary>
    public async Task<string?> PausedAsync(IMasterFlow flow, CancellationToken cancellation)
    {
        foreach (var connection in new[] { flow.Connection, ZohoCrmOptions.Id })
            if (await circuits.FindAsync(connection, cancellation) is { State: not CircuitState.Flowing } circuit)
                return $"{connection} is paused: {circuit.Reason}";
        return null;
    }

    /// <exception cref="FailureException">The flow cannot run now.</exception>
    public async Task RequireAsync(IMasterFlow flow, CancellationToken cancellation)
    {
        if (await ObstacleAsync(flow, cancellation) is { } obstacle)
            throw FlowWaits.Because(FlowWaits.Off, flow.Name, obstacle, "It goes on by itself when that is no longer so.");
    }

    /// <summary>Where the CRM refused the module, it is asked again which it offers.</summary>
    /// <returns>Why the flow cannot run; null where the failure speaks of something else.</returns>
    public async Task<string?> RefusedAsync(IMasterFlow flow, Failure failure, CancellationToken cancellation)
    {
        if (!CrmModule.IsRefused(failure)) return null;
        modules.Forget();
        return await ObstacleAsync(flow, cancellation);
    }
}
