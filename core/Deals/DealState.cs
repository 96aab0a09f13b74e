using System.Text.Json.Serialization;

namespace Isthmus.Core.Deals;

/// <summary>How a deal stands in the CRM.</summary>
[JsonConverter(typeof(CamelCaseWords<DealOutcome>))]
public enum DealOutcome
{
    /// <summary>Under way.</summary>
    Open,
    /// <summary>In a stage whose forecast type is won.</summary>
    Won,
    /// <summary>In a stage whose forecast type is lost.</summary>
    Lost,
    /// <summary>Not in the CRM any more.</summary>
    Gone,
}

/// <summary>What became of a winning.</summary>
[JsonConverter(typeof(CamelCaseWords<WinningStand>))]
public enum WinningStand
{
    /// <summary>There was none yet.</summary>
    None,
    /// <summary>An order is to be entered.</summary>
    Due,
    /// <summary>A person has to say whether an order is to be entered.</summary>
    Asked,
    /// <summary>Its order is entered.</summary>
    Ordered,
    /// <summary>A rule or a person says that no order is to be entered.</summary>
    Declined,
}

/// <summary>What is known of a deal: how often it was won, and what came of the last winning.</summary>
/// <param name="Id">The CRM's id of the deal.</param>
public sealed record DealState(string Id)
{
    /// <summary>How the deal stood when it was seen last.</summary>
    public DealOutcome Seen { get; init; }
    /// <summary>How often it was won; its orders are numbered by that.</summary>
    public int Winning { get; init; }
    /// <summary>What became of the last winning.</summary>
    public WinningStand Stand { get; init; }
    /// <summary>The last winning whose order was tried to be entered; 0 for none.</summary>
    public int Tried { get; init; }
    /// <summary>
    /// The question that a person said yes to: the winning and the mark of what it holds. Null where nobody was asked.
    /// </summary>
    public string? Approved { get; init; }
    /// <summary>The order that was entered last; null before the first.</summary>
    public DealOrder? Order { get; init; }
    /// <summary>The mark of what a person was last asked to look at, so that nobody is asked twice.</summary>
    public string? Reviewed { get; init; }
}
