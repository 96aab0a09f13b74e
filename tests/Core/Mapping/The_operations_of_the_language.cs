using System.Text;
using Isthmus.Core.Mapping;
using Isthmus.Tests.Support;

namespace Isthmus.Core.Tests;

public sealed class The_operations_of_the_language
{
    [Theory]
    [InlineData("{ to: x, operation: concat, from: [a, n, none, b], separator: '-' }", """{"x":"Ada-5-Lovelace"}""")]
    [InlineData("{ to: x, operation: split, from: full, part: beforeLast }", """{"x":"Ada King"}""")]
    [InlineData("{ to: x, operation: split, from: full, part: 1 }", """{"x":"King"}""")]
    [InlineData("{ to: x, text: 'Order {n} of {a}' }", """{"x":"Order 5 of Ada"}""")]
    [InlineData("{ to: x, text: 'Order {none}', default: none }", """{"x":"none"}""")]
    [InlineData("{ to: x, from: a, letters: upper }", """{"x":"ADA"}""")]
    [InlineData("{ to: x, from: n, type: text }", """{"x":"5"}""")]
    [InlineData("{ to: x, from: digits, type: integer }", """{"x":42}""")]
    [InlineData("{ to: x, from: yes, type: boolean }", """{"x":true}""")]
    [InlineData("{ to: x, operation: convert, from: yes, yes: Y, no: N }", """{"x":"Y"}""")]
    [InlineData("{ to: x, operation: date, from: moment, zone: America/New_York }", """{"x":"2026-11-20"}""")]
    [InlineData("{ to: x, operation: date, from: moment, output: moment, zone: Asia/Tokyo }", """{"x":"2026-11-21T11:30:00+09:00"}""")]
    [InlineData("{ to: x, operation: date, from: compact, input: compact }", """{"x":"2026-11-21"}""")]
    [InlineData("{ to: x, operation: case, cases: [{ when: { path: n, greaterThan: 4 }, value: many }], otherwise: few }", """{"x":"many"}""")]
    [InlineData("{ to: x, operation: lookup, from: a, table: statuses, column: ours, missing: pass }", """{"x":"Ada"}""")]
    [InlineData("{ to: x, operation: status, from: state, of: zoho.salesorder }", """{"x":"confirmed"}""")]
    [InlineData("{ to: x, operation: status, from: ours, for: sage.salesorder }", """{"x":"N"}""")]
    [InlineData("{ to: x, operation: money, from: n, currency: jpy, write: decimal }", """{"x":5}""")]
    [InlineData("{ to: x, operation: money, from: n, currency: kwd, write: decimal }", """{"x":0.005}""")]
    [InlineData("{ to: x, operation: money, from: isk, currency: iskCode, read: stripe }", """{"x":5}""")]
    [InlineData("{ to: x, operation: currency, from: n100, currency: eur, target: gbp, date: day }", """{"x":87}""")]
    [InlineData("{ to: x, operation: currency, from: n100, currency: gbp, target: eur, date: day }", """{"x":115}""")]
    [InlineData("{ to: 'x[0].y', from: a }", """{"x":[{"y":"Ada"}]}""")]
    [InlineData("{ to: x, from: a, when: { not: { path: n, equals: 5 } } }", "{}")]
    [InlineData("{ to: x, from: long, maxLength: 10, overflow: truncate }", """{"x":"Ten and"}""")]
    public void Each_does_what_its_page_says(string field, string expected) => Assert.Equal(expected, Map(field));

    private static string Map(string field)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "references"));
        foreach (var path in Directory.GetFiles(Path.Combine(Shipped.Folder, "references")))
            File.Copy(path, Path.Combine(folder.Path, "references", Path.GetFileName(path)));
        File.WriteAllText(Path.Combine(folder.Path, "one.yaml"),
            $"mapping: one\nversion: 1.0.0\nsource: s\ntarget: t\nfields:\n  - {field}\n");
        var result = MappingCatalog.Load(folder.Path).Get("one").Apply(Shipped.Json(
            """
            {"a":"Ada","b":"Lovelace","n":5,"full":"Ada King Lovelace","digits":"42","yes":"yes","moment":"2026-11-21T02:30:00Z","compact":"20261121",
             "state":"OPEN","ours":"confirmed","jpy":"jpy","kwd":"KWD","isk":500,"iskCode":"isk","n100":100,"eur":"EUR","gbp":"GBP","day":"2026-03-01","long":"Ten and 👩‍👩‍👧‍👦 more"}
            """), MappingContext.Empty);
        Assert.True(result.Ok, string.Join('\n', result.Problems));
        return Encoding.UTF8.GetString(result.Output.Span);
    }
}
