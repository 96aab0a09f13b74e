using System.Globalization;
using Isthmus.Core.Currencies;
using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Paths;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>currency</c>: minor units of one currency in minor units of another, by the rate of a day.</summary>
internal static class CurrencyOperation
{
    public static FieldReader Compile(DocumentNode field, CompileScope scope)
    {
        var sources = CopyOperation.Sources(field, "from", scope);
        var read = CopyOperation.First(sources);
        var (from, to) = (CurrencySource.Compile(field, "currency", scope), CurrencySource.Compile(field, "target", scope));
        var date = scope.Path(field, "date", field.Required("date", "Name the place of the day whose rate counts."));
        var rounding = field.Text("rounding") switch
        {
            null or "halfEven" => MidpointRounding.ToEven,
            "halfAway" => MidpointRounding.AwayFromZero,
            var other => field.Wrong("rounding", other, "There is no such rounding.",
                "Write halfEven or halfAway.") ? default : default(MidpointRounding),
        };
        if (Tables(field, scope) is not ({ } currencies, { } rates))
            return _ => default;
        return run =>
        {
            var value = read(run);
            if (!value.TryNumber(out var amount))
                return value.Exists ? Refuse(run, CopyOperation.Shown(run, sources), value, "This is not an amount.") : value;
            if (from.Exponent(run, currencies) is not { } first || to.Exponent(run, currencies) is not { } second)
                return Value.Failed;
            if (!TryDay(run, date, out var day))
                return Refuse(run, run.SourcePathOf(date), date.Read(run), "This is not a day.");
            return rates.Find(from.Code(run), to.Code(run), day) is { } rate
                ? new Value(ExchangeRates.Convert(amount, first, second, rate.Rate, rounding))
                : Refuse(run, run.SourcePathOf(date), new($"{from.Code(run)}-{to.Code(run)} {day:yyyy-MM-dd}"),
                    "No rate is known for that day.");
        };
    }

    private static (CurrencyTable?, ExchangeRates?) Tables(DocumentNode field, CompileScope scope)
    {
        var currencies = scope.Currencies(field, "operation", "minor");
        var rates = scope.Table(field, "operation", ExchangeRates.TableName, null);
        return (currencies, rates is null ? null : new(rates));
    }

    private static bool TryDay(MappingRun run, SourcePath date, out DateOnly day)
    {
        var text = date.Read(run).AsText();
        return DateOnly.TryParseExact(
            text.Length > 10 ? text[..10] : text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static Value Refuse(MappingRun run, string path, Value value, string message)
    {
        run.Problem(path, value.Exists ? value.AsText() : null, message,
            "Correct the source, or add the rate to mappings/references/exchange-rates.yaml.");
        return Value.Failed;
    }
}
