using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Purchasing;

public sealed class When_purchasing_fails_at_any_moment(Lanes lanes, ITestOutputHelper output)
    : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task Zoho_has_one_of_everything_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new BoughtGoods(), Place.VendorCall, form, sampled: 7);

    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.KilledAfter)]
    public Task Zoho_has_one_of_everything_after_the_nth_write(Form form) =>
        SurvivesAsync(() => new BoughtGoods(), Place.Write, form, sampled: 36);

    [Theory]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task Sage_has_one_of_everything_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new BoughtGoodsInZoho(), Place.VendorCall, form, sampled: 7);

    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.KilledAfter)]
    public Task Sage_has_one_of_everything_after_the_nth_write(Form form) =>
        SurvivesAsync(() => new BoughtGoodsInZoho(), Place.Write, form, sampled: 36);
}
