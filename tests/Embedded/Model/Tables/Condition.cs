using FsCheck;
using FsCheck.Fluent;

namespace Isthmus.Embedded.Tests.Model.Tables;

/// <summary>A condition on an entity that knows what it means and how it is written in OData.</summary>
internal abstract record Condition
{
    private static readonly string[] Words = ["eq", "ne", "gt", "ge", "lt", "le"];
    private static readonly string[] Mirrored = ["eq", "ne", "lt", "le", "gt", "ge"];

    public static Gen<Condition> Any => Sized(3);

    /// <param name="find">A property by its name; null for one that the entity lacks.</param>
    public abstract bool Holds(Func<string, object?> find);

    /// <summary>The condition in OData; a part that binds less than <paramref name="binding"/> stands in parentheses.</summary>
    protected abstract string Write(int binding);

    public sealed override string ToString() => Write(0);

    private static Gen<Condition> Sized(int depth) => depth == 0 ? Comparison : Gen.Frequency(
        (3, Comparison),
        (1, from inner in Sized(depth - 1) select (Condition)new Not(inner)),
        (2, from pair in Sized(depth - 1).Two() select (Condition)new And(pair.Item1, pair.Item2)),
        (2, from pair in Sized(depth - 1).Two() select (Condition)new Or(pair.Item1, pair.Item2)));

    private static Gen<Condition> Comparison =>
        from named in Gen.Frequency((4, Gen.Elements("PartitionKey", "RowKey")), (5, Gen.Elements(Samples.Names)))
        from value in named is "PartitionKey" ? Gen.Elements(Samples.Partitions).Select(object (k) => k)
            : named is "RowKey" ? Gen.Elements(Samples.Rows).Select(object (k) => k)
            : Samples.Value
        from word in Gen.Choose(0, Words.Length - 1)
        from turned in Gen.Elements(false, false, true)
        select (Condition)new Compare(named, word, value, turned);

    private static string Within(int binding, int own, string text) => binding > own ? $"({text})" : text;

    internal sealed record Compare(string Name, int Word, object Value, bool Turned) : Condition
    {
        public override bool Holds(Func<string, object?> find)
        {
            if (find(Name) is not { } actual || actual.GetType() != Value.GetType()) return false;
            var order = Samples.Order(actual, Value);
            return Word switch { 0 => order == 0, 1 => order != 0, 2 => order > 0, 3 => order >= 0, 4 => order < 0, _ => order <= 0 };
        }

        protected override string Write(int binding) => Turned
            ? $"{Samples.Literal(Value)}  {Mirrored[Word]} {Name}"
            : $"{Name} {Words[Word]} {Samples.Literal(Value)}";
    }

    internal sealed record Not(Condition Inner) : Condition
    {
        public override bool Holds(Func<string, object?> find) => !Inner.Holds(find);

        protected override string Write(int binding) => Within(binding, 2, $"not {Inner.Write(2)}");
    }

    internal sealed record And(Condition Left, Condition Right) : Condition
    {
        public override bool Holds(Func<string, object?> find) => Left.Holds(find) && Right.Holds(find);

        protected override string Write(int binding) => Within(binding, 1, $"{Left.Write(1)} and {Right.Write(2)}");
    }

    internal sealed record Or(Condition Left, Condition Right) : Condition
    {
        public override bool Holds(Func<string, object?> find) => Left.Holds(find) || Right.Holds(find);

        protected override string Write(int binding) => Within(binding, 0, $"{Left.Write(0)} or {Right.Write(1)}");
    }
}
