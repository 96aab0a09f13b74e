using Isthmus.Connectors.Http;
using Isthmus.Connectors.Secrets;
using Isthmus.Core.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Zoho;

/// <summary>The access tokens of one connection to a product of Zoho, kept over restarts where there is a place to keep them.</summary>
internal static class ZohoTokenRegistration
{
    /// <summary>The accounts server has limits of its own, so that tokens do not use up the organisation's calls.</summary>
    public static ZohoTokens Create(IServiceProvider app, string connection, ZohoAccountOptions options, VaultReader vault)
    {
        var pipeline = app.CreatePipeline(connection, new CallLimits { Calls = 10, Concurrency = 1 },
            (call, answer) => ZohoTokenErrors.Judge(connection, call, answer));
        var source = new ZohoTokenSource(connection, options, pipeline, vault);
        if (app.GetService<SealedNotes>() is not { } notes) return new ZohoTokens(source.MintAsync, pipeline.Time);
        var kept = new KeptZohoToken(connection, options, notes, vault, source.MintAsync, pipeline.Time);
        return new ZohoTokens(kept.MintAsync, pipeline.Time);
    }
}
