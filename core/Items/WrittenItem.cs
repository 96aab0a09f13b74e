namespace Isthmus.Core.Items;

/// <summary>What was last written of an item to the other system.</summary>
/// <param name="Id">Its id there.</param>
/// <param name="Body">What was written, as JSON.</param>
/// <param name="Active">Whether it may be sold there.</param>
/// <param name="Renamed">True when another item had its name, so that it got one of its own.</param>
public sealed record WrittenItem(string Id, string Body, bool Active, bool Renamed = false);
