using System.Text.Json;

namespace Isthmus.Functions.Deals.Reading;

/// <summary>A place where what was sold with a deal may stand; deals have no lines of their own.</summary>
public interface IDealLines
{
    /// <summary>The word of <see cref="DealOptions.LinesFrom"/>.</summary>
    string Name { get; }

    /// <summary>What was sold.</summary>
    /// <param name="deal">The whole deal.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<DealGoods> ReadAsync(JsonElement deal, CancellationToken cancellation);
}
