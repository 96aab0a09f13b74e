using System.Text.Json;
using Azure;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>Notes what we write into followed modules, so that it does not come back as news.</summary>
internal sealed partial class CrmOwnWrites(
    CrmFollowed followed, CrmSights sights, ZohoCrmOptions options, ILogger<CrmOwnWrites> log) : ICrmWriteWatcher
{
    public async Task WrittenAsync(
        string module, IReadOnlyList<(string Id, JsonElement Fields, bool Created)> written,
        CancellationToken cancellation = default)
    {
        if (!followed.Modules.Contains(module)) return;
        try
        {
            foreach (var (id, fields, created) in written)
            {
                using var turn = await sights.TurnAsync(module, id, cancellation);
                var known = await sights.FindAsync(module, id, cancellation)
                    ?? new CrmSight(null, new Dictionary<string, string>());
                var hashes = CrmContent.Of(fields, fields.EnumerateObject().Select(member => member.Name));
                var noted = known.With(hashes) with
                {
                    MadeByUs = known.MadeByUs || created,
                    Key = fields.FindText(options.KeyField) ?? known.Key,
                };
                if (known.At is not null || noted.MadeByUs) await sights.KeepAsync(module, id, noted, cancellation);
            }
        }
        catch (Exception lost) when (lost is RequestFailedException or OperationCanceledException or IOException)
        {
            LogLost(log, module, lost.Message);
        }
    }

    [LoggerMessage(1711, LogLevel.Warning, "A write to {Module} of Zoho CRM was not noted and may come back as news: {Reason}")]
    private static partial void LogLost(ILogger logger, string module, string reason);
}
