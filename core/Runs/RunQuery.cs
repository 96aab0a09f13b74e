namespace Isthmus.Core.Runs;

/// <summary>Which runs of a flow are wanted.</summary>
/// <param name="Flow">The flow's name.</param>
/// <param name="State">Only those in this state, or null.</param>
/// <param name="From">Only those that began at this time or later, or null.</param>
/// <param name="To">Only those that began at this time or earlier, or null.</param>
public sealed record RunQuery(string Flow, RunState? State = null, DateTimeOffset? From = null, DateTimeOffset? To = null);
