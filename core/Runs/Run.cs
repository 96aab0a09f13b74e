using System.Text.Json.Serialization;

namespace Isthmus.Core.Runs;

/// <summary>Where a run stands.</summary>
[JsonConverter(typeof(CamelCaseWords<RunState>))]
public enum RunState
{
    /// <summary>At work, or waiting to try again.</summary>
    Running,
    /// <summary>Waits for the source, such as money that is not there yet.</summary>
    Waiting,
    /// <summary>Waits for a person to approve or reject.</summary>
    Held,
    /// <summary>Carried across.</summary>
    Done,
    /// <summary>Could not be carried across; a dead letter says why.</summary>
    DeadLettered,
    /// <summary>A rule says that nothing is to be done.</summary>
    Ignored,
}

/// <summary>One business record on its way through one flow.</summary>
public sealed record Run
{
    /// <summary>The orchestration's instance id, such as <c>o2c-pi_123</c>.</summary>
    public required string Id { get; init; }
    /// <summary>The flow: order-to-cash, sales-order-to-sage, shipment-to-sage, refund, load.</summary>
    public required string Flow { get; init; }
    /// <summary>The business key: payment intent, sales order id.</summary>
    public required string Key { get; init; }
    /// <summary>Where it stands.</summary>
    public RunState State { get; init; }
    /// <summary>One line for people: what came of it, or what it waits for.</summary>
    public string? Outcome { get; init; }
    /// <summary>The number that people use for the record.</summary>
    public string? Number { get; init; }
    /// <summary>The run that this one carries on with an edited copy of the record, or null.</summary>
    public string? Parent { get; init; }
    /// <summary>How far it has come; null for a run that carries one record.</summary>
    public RunProgress? Progress { get; init; }
    /// <summary>When it began first.</summary>
    public DateTimeOffset StartedAt { get; init; }
    /// <summary>When it last changed its state.</summary>
    public DateTimeOffset UpdatedAt { get; init; }
    /// <summary>True when it is past its retention: its steps are gone, and no list shows it any more.</summary>
    public bool Purged { get; init; }
}

/// <summary>One step of a run, written when it ends.</summary>
/// <param name="Name">What was done: create sales order.</param>
/// <param name="Attempt">1 for the first try.</param>
/// <param name="StartedAt">When the step began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Outcome">done, or the failure's class and code.</param>
/// <param name="Detail">One line for people, without personal values.</param>
public sealed record RunStep(string Name, int Attempt, DateTimeOffset StartedAt, DateTimeOffset EndedAt, string Outcome, string? Detail)
{
    /// <summary>The calls to vendors that it made, in order of their ends.</summary>
    public IReadOnlyList<VendorCall> Calls { get; init; } = [];
}
