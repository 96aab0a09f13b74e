namespace Isthmus.Bench.Drain;

/// <summary>What became of a backlog under a limit.</summary>
/// <param name="LimitUsed">Calls that the vendor took, of those that it would have taken while there was work; 0 to 1.</param>
/// <param name="Refused">429s of the vendor.</param>
/// <param name="CallsPerOrder">Calls that the limited vendor took for an order.</param>
/// <param name="OrdersPerSecond">Orders in Sage a second.</param>
/// <param name="ResidentMb">Resident memory of the app in the middle of it.</param>
/// <param name="CpuShare">Share of all cores that the app used.</param>
/// <param name="FreeConnection">Reads of a record at a vendor without a limit, in the middle of it.</param>
internal sealed record DrainFigures(
    double LimitUsed, long Refused, double CallsPerOrder, double OrdersPerSecond, double ResidentMb, double CpuShare,
    FreeConnection FreeConnection);

/// <summary>How a connection that nobody saturates fares beside one that is: the first step of new orders, which is Stripe's.</summary>
/// <param name="Orders">New orders that came in the middle of it.</param>
/// <param name="P50Ms">From the webhook until the order was read from Stripe.</param>
/// <param name="P99Ms">The same, of the slowest in a hundred.</param>
/// <param name="Unread">Orders that were not read within the time: must be 0.</param>
internal sealed record FreeConnection(int Orders, double P50Ms, double P99Ms, int Unread);
