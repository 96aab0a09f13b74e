using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Items;

public sealed class When_an_item_fails_at_any_moment(Lanes lanes, ITestOutputHelper output) : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.Refused, 3)]
    [InlineData(Form.AnswerLost, 2)]
    [InlineData(Form.KilledBefore, 3)]
    [InlineData(Form.KilledAfter, 2)]
    public Task Zoho_has_it_once_after_the_nth_vendor_call(Form form, int sampled) =>
        SurvivesAsync(() => new ItemsFromSage(), Place.VendorCall, form, sampled);

    [Theory]
    [InlineData(Form.Refused)]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task Zoho_has_it_once_after_the_nth_write(Form form) => SurvivesAsync(() => new ItemsFromSage(), Place.Write, form, sampled: 18);

    [Theory]
    [InlineData(Place.VendorCall, Form.AnswerLost, 2)]
    [InlineData(Place.VendorCall, Form.KilledAfter, 2)]
    [InlineData(Place.Write, Form.KilledBefore, 10)]
    [InlineData(Place.Write, Form.KilledAfter, 10)]
    public Task Sage_has_it_once_after_the_nth_moment(Place place, Form form, int sampled) =>
        SurvivesAsync(() => new ItemFromZoho(), place, form, sampled);
}
