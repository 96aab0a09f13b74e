using System.Collections.Concurrent;
using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Notifications;

/// <summary>The subscriptions in force. One that has expired is gone, without a word.</summary>
internal sealed class Channels(Org org)
{
    // A message that is under way asks from outside of the organisation's gate whether its channel is still there.
    private readonly ConcurrentDictionary<string, Channel> byId = new();

    public IReadOnlyList<Channel> Live => [.. byId.Values.Where(channel => channel.Expiry > org.Now)];

    public Channel? Find(string id) => byId.TryGetValue(id, out var channel) && channel.Expiry > org.Now ? channel : null;

    public void Put(Channel channel) => byId[channel.ChannelId] = channel;

    public void Remove(string id) => byId.TryRemove(id, out _);
}
