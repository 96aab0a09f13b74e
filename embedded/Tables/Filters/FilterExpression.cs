using System.Linq.Expressions;
using System.Reflection;
using Azure.Data.Tables.Models;
using Isthmus.Embedded.Tables.Entities;

namespace Isthmus.Embedded.Tables.Filters;

/// <summary>
/// Writes a C# condition as an OData filter, as the real client does; what the service cannot do is refused here.
/// </summary>
internal static class FilterExpression
{
    public static string Write<T>(Expression<Func<T, bool>> condition) => Condition(condition.Body);

    private static string Condition(Expression expression) => expression switch
    {
        BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both => Join(both, "and"),
        BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either => Join(either, "or"),
        BinaryExpression comparison => Comparison(comparison),
        UnaryExpression { NodeType: ExpressionType.Not } not => $"not ({Condition(not.Operand)})",
        UnaryExpression { NodeType: ExpressionType.Convert } convert => Condition(convert.Operand),
        MethodCallExpression { Method.Name: "Equals", Object: not null, Arguments: [var other] } call =>
            Relate(call.Object, "eq", other),
        MethodCallExpression { Method.Name: "Equals", Object: null, Arguments: [var left, var right] } =>
            Relate(left, "eq", right),
        _ when expression.Type == typeof(bool) && NameIn(expression) is { } name => $"{name} eq true",
        _ => throw Unsupported(expression),
    };

    private static string Join(BinaryExpression pair, string word) =>
        $"({Condition(pair.Left)}) {word} ({Condition(pair.Right)})";

    private static string Comparison(BinaryExpression comparison)
    {
        var word = Word(comparison);
        return comparison is { Left: MethodCallExpression call, Right: var right } && IsZero(right)
            && Compared(call) is var (left, other)
            ? Relate(left, word, other)
            : Relate(comparison.Left, word, comparison.Right);
    }

    /// <summary>
    /// The two sides of <c>string.Compare(a, b)</c> or <c>a.CompareTo(b)</c>, which stand before a comparison with zero.
    /// </summary>
    private static (Expression Left, Expression Right)? Compared(MethodCallExpression call) => call switch
    {
        { Method.Name: "Compare", Object: null, Arguments: [var left, var right] } => (left, right),
        { Method.Name: "CompareTo", Object: { } left, Arguments: [var right] } => (left, right),
        _ => null,
    };

    private static string Relate(Expression left, string word, Expression right) => (NameIn(left), NameIn(right)) switch
    {
        ({ } name, null) => $"{name} {word} {Literal(right)}",
        (null, { } name) => $"{Literal(left)} {word} {name}",
        _ => throw Unsupported(left),
    };

    private static string Word(BinaryExpression comparison) => comparison.NodeType switch
    {
        ExpressionType.Equal => "eq",
        ExpressionType.NotEqual => "ne",
        ExpressionType.GreaterThan => "gt",
        ExpressionType.GreaterThanOrEqual => "ge",
        ExpressionType.LessThan => "lt",
        ExpressionType.LessThanOrEqual => "le",
        _ => throw Unsupported(comparison),
    };

    /// <summary>The property that an expression stands for; null where it is a value.</summary>
    private static string? NameIn(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } convert when IsEnum(convert.Operand.Type)
            && NameIn(convert.Operand) is not null =>
            throw new NotSupportedException("A filter cannot compare an enum: it is stored as text, and the client " +
                "would send a number."),
        UnaryExpression { NodeType: ExpressionType.Convert } convert => NameIn(convert.Operand),
        MemberExpression { Member.Name: "Value",
            Expression: { } inner } when Nullable.GetUnderlyingType(inner.Type) is not null => NameIn(inner),
        MemberExpression { Expression: ParameterExpression parameter, Member: var member } => NameOf(parameter.Type, member),
        MethodCallExpression { Object: ParameterExpression, Arguments: [var name], Method.Name: var method }
            when method == "get_Item" || method.StartsWith("Get", StringComparison.Ordinal) => (string?)Evaluate(name),
        _ => null,
    };

    private static string NameOf(Type type, MemberInfo member) =>
        type == typeof(TableItem) && member.Name == nameof(TableItem.Name) ? "TableName" : EntityModel.NameOf(member);

    private static bool IsEnum(Type type) => (Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    private static bool IsZero(Expression expression) => expression is ConstantExpression { Value: 0 };

    private static string Literal(Expression expression) => Evaluate(expression) is { } value
        ? FilterLiteral.Of(value)
        : throw new NotSupportedException("A filter cannot compare with null: a property that is null is not stored.");

    private static object? Evaluate(Expression expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        ParameterExpression => throw Unsupported(expression),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression,
            typeof(object))).Compile(preferInterpretation: true)(),
    };

    private static NotSupportedException Unsupported(Expression expression) =>
        new($"A table filter cannot express '{expression}'.");
}
