using Isthmus.Core.MasterData;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>Tells which orders were carried while they were open.</summary>
internal interface IFollowedOrders
{
    /// <summary>Those of the keys that were.</summary>
    Task<IReadOnlySet<string>> AmongAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation);
}

/// <summary>By what is kept of each record.</summary>
internal sealed class FollowedOrders(MasterStore store) : IFollowedOrders
{
    public async Task<IReadOnlySet<string>> AmongAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
        keys.Count == 0 ? new HashSet<string>()
            : (await store.FindAsync(SageFlow.Orders, keys, cancellation)).Keys.ToHashSet(StringComparer.Ordinal);
}
