using System.Text.Json.Serialization;

namespace Isthmus.Core.Loads;

/// <summary>Where a load stands.</summary>
[JsonConverter(typeof(CamelCaseWords<LoadState>))]
public enum LoadState
{
    /// <summary>At work.</summary>
    Running,
    /// <summary>Waits for a person to let it go on.</summary>
    Paused,
    /// <summary>Every record was read and settled.</summary>
    Done,
    /// <summary>A person ended it; what was carried stays.</summary>
    Cancelled,
    /// <summary>It could not go on; its dead letter says why, and resubmitting goes on where it stopped.</summary>
    Failed,
}

/// <summary>What people want of a load; it heeds them at the end of a page.</summary>
public enum LoadWish
{
    /// <summary>To go on.</summary>
    Run,
    /// <summary>To stop until it is told to go on.</summary>
    Pause,
    /// <summary>To end.</summary>
    Cancel,
}
