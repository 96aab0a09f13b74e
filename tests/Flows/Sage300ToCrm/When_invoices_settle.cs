using Isthmus.Core.MasterData;
using Isthmus.Functions.MasterData;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Sage300ToCrm;

/// <summary>Of two invoices of today one is paid. A night lies some days from today.</summary>
public sealed class When_invoices_settle
{
    [Theory]
    [InlineData(85, 2)]
    [InlineData(95, 1)]
    public async Task One_that_is_paid_is_read_at_night_until_its_days_are_over_and_an_open_one_always(int days, int shown)
    {
        await using var books = await Books.OpenAsync();
        var (paid, open) = (await books.InvoiceAsync("ZSO-1"), await books.InvoiceAsync("ZSO-2"));
        await books.PostAsync("receipts", new { customer = "HARB01", document = paid });
        var keys = await AtNightAsync(books, days);
        Assert.Equal(shown, keys.Count);
        Assert.Contains($"HARB01:{open}", keys);
    }

    [Fact]
    public async Task Those_that_the_company_keeps_out_stay_out_at_night_too()
    {
        await using var books = await Books.OpenAsync(("Isthmus:Sage300ToCrm:InvoicesSince", "2099-01-01"));
        await books.InvoiceAsync();
        Assert.Empty(await AtNightAsync(books, 1));
    }

    [Theory]
    [InlineData("90", true)]
    [InlineData("0", false)]
    public async Task A_company_may_have_all_of_them_read_every_night(string days, bool settles)
    {
        await using var office = await Office.OpenAsync(("Isthmus:Sage300ToCrm:InvoicesSettleAfter", days));
        Assert.Equal(settles, office.Flow("sage-300-invoices").Settles);
    }

    private static async Task<IReadOnlyList<string>> AtNightAsync(Books books, int days)
    {
        var invoices = books.World.Services.GetRequiredService<MasterFlows>().Find("sage-300-invoices")!;
        var night = new SourceQuery(null, null, 500) { UnsettledAt = books.World.Clock.GetUtcNow().AddDays(days) };
        return [.. (await invoices.PageAsync(night, CancellationToken.None)).Records.Select(record => record.Key)];
    }
}
