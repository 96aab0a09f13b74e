using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Connections;
using Isthmus.Core.Failures;
using Isthmus.Core.Vault;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// Keeps one channel a followed module alive: opens it, renews it at half of its life, opens it again where it is lost, and
/// raises an alarm where it is about to end nevertheless.
/// </summary>
public sealed partial class CrmChannelKeeper
{
    private readonly ZohoCrmClient crm;
    private readonly ZohoCrmOptions options;
    private readonly CrmFollowed followed;
    private readonly CrmModuleGate gate;
    private readonly CrmChannelBook book;
    private readonly ISecretVault vault;
    private readonly Circuits circuits;
    private readonly TimeProvider time;
    private readonly ILogger<CrmChannelKeeper> log;
    private readonly SemaphoreSlim turn = new(1);
    private readonly HashSet<string> alarmed = new(StringComparer.Ordinal);

    internal CrmChannelKeeper(
        ZohoCrmClient crm, ZohoCrmOptions options, CrmFollowed followed, CrmModuleGate gate, CrmChannelBook book, ISecretVault vault,
        Circuits circuits, TimeProvider time, ILogger<CrmChannelKeeper> log) =>
        (this.crm, this.options, this.followed, this.gate, this.book, this.vault, this.circuits, this.time, this.log) =
        (crm, options, followed, gate, book, vault, circuits, time, log);

    internal static CrmChannelKeeper Create(IServiceProvider app) => new(
        app.GetRequiredService<ZohoCrmClient>(), app.GetRequiredService<ZohoCrmOptions>(), app.GetRequiredService<CrmFollowed>(),
        app.GetRequiredService<CrmModuleGate>(), app.GetRequiredService<CrmChannelBook>(), app.GetRequiredService<ISecretVault>(),
        app.GetRequiredService<Circuits>(), app.GetRequiredService<TimeProvider>(),
        app.GetRequiredService<ILogger<CrmChannelKeeper>>());

    /// <summary>Does what is due; what fails is tried again the next time.</summary>
    /// <param name="look">Asks Zoho too which channels there are, for one that ended in silence.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task TendAsync(bool look, CancellationToken cancellation)
    {
        if (!options.IsSetUp || !options.Channels.Enabled || followed.Modules.Count == 0) return;
        if ((await circuits.FindAsync(ZohoCrmOptions.Id, cancellation)).State != CircuitState.Flowing) return;
        await turn.WaitAsync(cancellation);
        try
        {
            IReadOnlyDictionary<(string, string), DateTimeOffset>? there = null;
            if (look) await TryAsync(async () => there = await crm.ListChannelsAsync(cancellation));
            foreach (var module in followed.Modules)
            {
                await TryAsync(() => TendAsync(module, there, cancellation));
                await TryAsync(() => AlarmAsync(module, cancellation));
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>True when every followed module has a channel that lives.</summary>
    public async Task<bool> AllLiveAsync(CancellationToken cancellation) =>
        options.Channels.Enabled && (await EndingAsync(TimeSpan.Zero, cancellation)).Count == 0;

    /// <summary>
    /// The followed modules whose channels end within a time, or are not there; as far as is known, without a call.
    /// </summary>
    public async Task<IReadOnlyList<string>> EndingAsync(TimeSpan within, CancellationToken cancellation)
    {
        var ending = new List<string>();
        foreach (var module in followed.Modules.Except(gate.Closed))
        {
            var ends = await book.EndsAsync(module, cancellation) ?? DateTimeOffset.MinValue;
            if (ends - time.GetUtcNow() < within) ending.Add(module);
        }
        return ending;
    }

    /// <summary>What cannot be done for one module is not left undone for the next.</summary>
    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (FailureException failed)
        {
            LogFailed(log, failed.Failure.Operation, failed.Failure.Code, failed.Failure.Message);
        }
        catch (SecretMissingException missing)
        {
            LogFailed(log, "open a channel", "secret-missing", $"The vault has no secret named '{missing.SecretName}'.");
        }
    }

    /// <summary>One alarm for a channel that is about to end, however often it is looked at.</summary>
    private async Task AlarmAsync(string module, CancellationToken cancellation)
    {
        if (!await gate.IsOpenAsync(module, cancellation)) return;
        var left = await book.EndsAsync(module, cancellation) - time.GetUtcNow();
        if (left >= options.Channels.AlarmBelow) alarmed.Remove(module);
        else if (left is not null && alarmed.Add(module))
            LogEnding(log, module, left.Value > TimeSpan.Zero ? left.Value : TimeSpan.Zero);
    }

    private async Task TendAsync(
        string module, IReadOnlyDictionary<(string Channel, string Module), DateTimeOffset>? there,
        CancellationToken cancellation)
    {
        if (!await gate.IsOpenAsync(module, cancellation)) return;
        var now = time.GetUtcNow();
        var secret = await vault.GetAsync(options.Channels.TokenSecret, cancellation);
        var url = options.Channels.NotifyUrl!;
        var id = CrmChannelKeys.IdOf(secret, url, module);
        var ends = await book.EndsAsync(module, cancellation);
        var lost = there is not null && !there.Keys.Any(known => known.Channel == id);
        if (lost && ends > now) LogLost(log, module);
        var due = await book.DueAsync(module, cancellation);
        if (!lost && ends > now && due > now) return;
        var channel = new CrmChannel(id, module, CrmChannelKeys.TokenOf(secret, id), url, now + options.Channels.Life);
        var until = ends > now && !lost
            ? await RenewAsync(channel, cancellation) : await crm.OpenChannelAsync(channel, cancellation);
        await book.WriteAsync(module, until, CrmChannelPlan.Renewal(id, now, until), cancellation);
        if (channel.Expiry - until > TimeSpan.FromMinutes(1)) LogShorter(log, module, until);
    }

    private async Task<DateTimeOffset> RenewAsync(CrmChannel channel, CancellationToken cancellation)
    {
        try
        {
            return await crm.RenewChannelAsync(channel, cancellation);
        }
        catch (FailureException refused)
            when (refused.Failure.Class is not (FailureClass.Transient or FailureClass.Throttled or FailureClass.Auth))
        {
            LogLost(log, channel.Module);
            return await crm.OpenChannelAsync(channel, cancellation);
        }
    }

    [LoggerMessage(1721, LogLevel.Warning,
        "The channels of Zoho CRM could not be kept: {Operation} failed ({Code}): {Reason} It is tried again")]
    private static partial void LogFailed(ILogger logger, string operation, string code, string reason);

    [LoggerMessage(1722, LogLevel.Warning,
        "The channel of {Module} in Zoho CRM was lost and is opened again; polling found what it did not tell")]
    private static partial void LogLost(ILogger logger, string module);

    [LoggerMessage(1723, LogLevel.Warning, "Zoho CRM gave the channel of {Module} a shorter life than asked for, until {Until}")]
    private static partial void LogShorter(ILogger logger, string module, DateTimeOffset until);

    [LoggerMessage(1724, LogLevel.Error,
        "The channel of {Module} in Zoho CRM ends in {Left} and could not be renewed in time; changes are found by polling")]
    private static partial void LogEnding(ILogger logger, string module, TimeSpan left);
}
