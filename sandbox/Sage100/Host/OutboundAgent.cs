using Isthmus.Agent.Outbound;
using Isthmus.Agent.Protocol;
using Microsoft.Extensions.Logging.Abstractions;

namespace Isthmus.Sandbox.Sage100.Host;

/// <summary>The agent in its outbound mode: it fetches its work from an app.</summary>
internal sealed class OutboundAgent(AgentProtocol protocol, TimeProvider time)
{
    private readonly SemaphoreSlim turn = new(1);
    private WorkLanes? lanes;
    private AppLine? line;

    /// <summary>Begins to fetch; an agent that was at it before ends.</summary>
    public async Task StartAsync(OutboundOptions options)
    {
        await turn.WaitAsync();
        try
        {
            await EndAsync();
            line = new AppLine(new HttpClient(), options, () => options.Key);
            lanes = new WorkLanes(protocol, line, options, time, NullLogger.Instance);
            await lanes.StartAsync(CancellationToken.None);
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task StopAsync()
    {
        await turn.WaitAsync();
        try { await EndAsync(); }
        finally { turn.Release(); }
    }

    private async Task EndAsync()
    {
        if (lanes is not null) await lanes.StopAsync(CancellationToken.None);
        lanes?.Dispose();
        line?.Dispose();
        (lanes, line) = (null, null);
    }
}
