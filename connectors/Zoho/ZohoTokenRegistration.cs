using Isthmus.Connectors.Http;
using Isthmus.Connectors.Secrets;
using Isthmus.Core.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Zoho;

/// <summary>The access tokens of one connection to a product of Zoho, kept over restarts where there is a place to keep them.</summary>
internal static class ZohoTokenRegistration
{
    /// <summary>
    /// The accounts server counts calls of its own, so that tokens do not use up the organisation's; retries and times are the
    /// connection's.
    /// </summary>
    public static ZohoTokens Create(
        IServiceProvider app, string connection, ZohoAccountOptions options, CallLimits limits, VaultReader vault)
    {
        var own = limits with { Calls = 10, Window = TimeSpan.FromSeconds(1), PerDay = null, Concurrency = 1 };
        var pipeline = app.CreatePipeline(connection, own,
            (call, answer) => ZohoTokenErrors.Judge(connection, call, answer));
        var source = new ZohoTokenSource(connection, options, pipeline, vault);
        if (app.GetService<SealedNotes>() is not { } notes) return new ZohoTokens(source.MintAsync, pipeline.Time);
        var kept = new KeptZohoToken(connection, options, notes, vault, source.MintAsync, pipeline.Time);
        return new ZohoTokens(kept.MintAsync, pipeline.Time);
    }
}
