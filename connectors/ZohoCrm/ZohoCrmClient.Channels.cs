using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

public sealed partial class ZohoCrmClient
{
    /// <summary>Makes a channel, or replaces the one of the same id.</summary>
    /// <returns>
    /// When Zoho will end it: an expiry beyond what it allows is not cut but falls back to one hour, so that only the answer counts.
    /// </returns>
    public Task<DateTimeOffset> OpenChannelAsync(CrmChannel channel, CancellationToken cancellation = default) =>
        WatchAsync("open a channel", HttpMethod.Post, channel, cancellation);

    /// <summary>Prolongs a channel.</summary>
    /// <returns>When Zoho will end it.</returns>
    /// <exception cref="FailureException">Code <see cref="CrmChannel.LostCode"/>: it is not there any more.</exception>
    public Task<DateTimeOffset> RenewChannelAsync(CrmChannel channel, CancellationToken cancellation = default) =>
        WatchAsync("renew a channel", HttpMethod.Patch, channel, cancellation);

    /// <summary>When each channel of the connection's user ends, by channel and module.</summary>
    public async Task<IReadOnlyDictionary<(string Channel, string Module), DateTimeOffset>> ListChannelsAsync(
        CancellationToken cancellation = default)
    {
        var found = new Dictionary<(string, string), DateTimeOffset>();
        for (var page = 1; ; page++)
        {
            var answer = await api.GetAsync("list channels", "/actions/watch",
                [("page", $"{page}"), ("per_page", "200")], cancellation);
            foreach (var row in answer?.Items("watch") ?? [])
                if (row.Text("channel_id") is { } id && CrmTime.Read(row.Text("channel_expiry")) is { } expiry)
                    found[(id, row.Text("resource_name") ?? "")] = expiry;
            if (answer?.Member("info")?.Flag("more_records") != true) return found;
        }
    }

    private async Task<DateTimeOffset> WatchAsync(
        string operation, HttpMethod method, CrmChannel channel, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            watch = new[]
            {
                new
                {
                    channel_id = channel.Id, events = channel.Events, channel_expiry = CrmTime.Write(channel.Expiry),
                    token = channel.Token, notify_url = channel.NotifyUrl.AbsoluteUri, notify_on_related_action = false,
                },
            },
        });
        var call = new ApiCall(operation, method, "/actions/watch") { Body = body, Repeatable = true };
        var answer = await api.AskAsync(call, heavy: false, cancellation) ?? throw Malformed(operation);
        var results = answer.Items("watch").ToList();
        if (results.Find(each => each.Text("status") == "error") is { ValueKind: JsonValueKind.Object } error)
            throw new FailureException(CrmFailures.Of(operation, error, 400).Failure);
        var expiries = results.SelectMany(each => each.Member("details")?.Items("events") ?? [])
            .Select(each => CrmTime.Read(each.Text("channel_expiry"))).OfType<DateTimeOffset>().ToList();
        return expiries.Count > 0 ? expiries.Min() : throw Malformed(operation);
    }
}
