namespace Isthmus.Core.Customers;

/// <summary>One value that has to go from one system to another.</summary>
public sealed record FieldMove(string Field, CustomerSide From, CustomerSide To);

/// <summary>
/// Decides which values go where: a pure function of what every system holds now and held when they last agreed. No clock is asked,
/// so that changes of one second, or of clocks that differ, are no special case.
/// </summary>
public static class FieldMerge
{
    /// <summary>The values that have to move; none when the systems agree.</summary>
    /// <param name="states">The systems, each as it was read a moment ago.</param>
    /// <param name="authority">Who decides about a field.</param>
    /// <param name="agree">
    /// True when writing the field's value of the first system to the second would change nothing there: their fields differ in length
    /// and form, so that equal does not mean the same text.
    /// </param>
    public static IReadOnlyList<FieldMove> Plan(
        IReadOnlyList<CustomerState> states, Func<string, Authority> authority, Func<string, CustomerState, CustomerState, bool> agree)
    {
        var moves = new List<FieldMove>();
        foreach (var field in states.SelectMany(Concerned).Distinct().Order(StringComparer.Ordinal))
        {
            if (Winner(field, states, authority(field)) is not { } winner) continue;
            var news = winner.IsNew || winner.Moved(field);
            moves.AddRange(states
                .Where(other => other != winner && (news || other.IsNew || other.Moved(field)))
                .Where(other => !agree(field, winner, other) && !agree(field, other, winner))
                .Select(other => new FieldMove(field, winner.Side, other.Side)));
        }
        return moves;
    }

    private static IEnumerable<string> Concerned(CustomerState state) => state.Fields.Keys.Concat(state.Known?.Fields ?? []);

    /// <summary>An empty value of a system that is new to the customer means that it knows none, not that somebody took it away.</summary>
    private static CustomerState? Winner(string field, IReadOnlyList<CustomerState> states, Authority rule)
    {
        var someNew = states.Any(state => state.IsNew);
        var speaking = states.Where(state => state.Moved(field) || (someNew && state.Has(field))).OrderBy(state => state.Side).ToList();
        if (speaking.Count == 0) return null;
        var decides = states.FirstOrDefault(state => state.Side == rule.Side);
        if (decides is not null && (speaking.Contains(decides) || (rule.OneWay && !decides.IsNew))) return decides;
        return speaking[0];
    }
}
