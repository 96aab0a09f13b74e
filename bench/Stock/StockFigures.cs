namespace Isthmus.Bench.Stock;

/// <summary>What one round cost.</summary>
/// <param name="ReadSeconds">Until everything was read and compared.</param>
/// <param name="Seconds">Until Zoho showed it.</param>
/// <param name="ZohoCalls">How many calls Zoho got.</param>
/// <param name="Taken">How many quantities had changed.</param>
internal sealed record StockFigures(double ReadSeconds, double Seconds, long ZohoCalls, int Taken);
