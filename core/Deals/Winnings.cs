using System.Text.Json.Serialization;

namespace Isthmus.Core.Deals;

/// <summary>What a company does about a deal that was ordered, reopened and won again.</summary>
[JsonConverter(typeof(CamelCaseWords<WonAgain>))]
public enum WonAgain
{
    /// <summary>Asks a person.</summary>
    Hold,
    /// <summary>Enters another order, whose number ends in the number of the winning.</summary>
    NewOrder,
    /// <summary>Leaves it at the order that is there.</summary>
    Ignore,
}

/// <summary>Counts winnings: a pure function of what is known of a deal and how it stands now.</summary>
public static class Winnings
{
    /// <summary>What is known of the deal after it was seen. Seeing the same again changes nothing.</summary>
    /// <param name="known">What is known.</param>
    /// <param name="now">How it stands.</param>
    /// <param name="again">What a winning after an order means.</param>
    public static DealState See(DealState known, DealOutcome now, WonAgain again)
    {
        var seen = known with { Seen = now };
        if (now != DealOutcome.Won || known.Seen == DealOutcome.Won && known.Winning > 0) return seen;
        return known.Stand switch
        {
            WinningStand.None => seen with { Winning = 1, Stand = WinningStand.Due },
            // It was won before, and nothing was entered yet: that is still to be done, once.
            WinningStand.Due or WinningStand.Asked => seen,
            _ => seen with { Winning = known.Winning + 1, Stand = StandOf(again), Approved = null },
        };
    }

    private static WinningStand StandOf(WonAgain again) => again switch
    {
        WonAgain.NewOrder => WinningStand.Due,
        WonAgain.Ignore => WinningStand.Declined,
        _ => WinningStand.Asked,
    };
}
