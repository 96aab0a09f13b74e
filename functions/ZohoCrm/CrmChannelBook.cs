using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Checkpoints;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>When each module's channel ends, as Zoho said, and when it is to be renewed.</summary>
internal sealed class CrmChannelBook(CheckpointStore checkpoints)
{
    private const string Ends = "channel-ends:";
    private const string Due = "channel-due:";

    /// <summary>Null where there was never a channel.</summary>
    public Task<DateTimeOffset?> EndsAsync(string module, CancellationToken cancellation) =>
        checkpoints.GetAsync(ZohoCrmOptions.Id, Ends + module, cancellation);

    public Task<DateTimeOffset?> DueAsync(string module, CancellationToken cancellation) =>
        checkpoints.GetAsync(ZohoCrmOptions.Id, Due + module, cancellation);

    public async Task WriteAsync(string module, DateTimeOffset ends, DateTimeOffset due, CancellationToken cancellation)
    {
        await checkpoints.SetAsync(ZohoCrmOptions.Id, Ends + module, ends, cancellation);
        await checkpoints.SetAsync(ZohoCrmOptions.Id, Due + module, due, cancellation);
    }
}
